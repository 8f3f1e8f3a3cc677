package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

    private final HostNames hosts = new HostNames(List.of("Music.example.org"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5000",
                "127.0.0.1",
                "192.168.1.20:5000",
                "[::1]:5000",
                "[fe80::1%eth0]",
                "nas",
                "my_nas:5000",
                "nas.local",
                "NAS.Local.:5000",
                "segue.lan",
                "segue.home.arpa",
                "music.example.org",
                "MUSIC.example.ORG:443"
            })
    void isAllowed_addressesNamesOfHomeAndConfiguredOnes(String host) {
        assertThat(hosts.isAllowed(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "local.evil.example:5000",
                "",
                ":5000",
                "notmusic.example.org",
                "evil.example.local.example",
                "1.2.3.4.5"
            })
    void isAllowed_namesThatOthersCanOwn_areNot(String host) {
        assertThat(hosts.isAllowed(host)).isFalse();
    }
}
