package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

    private final HostNames hosts = new HostNames(
            List.of("Music.example.org", " https://Segue.example.org/ ", "http://nas:8080", "box.example:5000"));

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
                "MUSIC.example.ORG:443",
                "segue.example.org",
                "segue.example.org:8443",
                "box.example"
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

    @Test
    void isConfigured_aWholeOrigin() {
        assertThat(hosts.isConfigured(origin("https://segue.example.org"))).isTrue();
        assertThat(hosts.isConfigured(origin("http://nas:8080"))).isTrue();
        for (String other : List.of(
                "http://segue.example.org",
                "https://segue.example.org:8443",
                "http://nas",
                "https://music.example.org")) {
            assertThat(hosts.isConfigured(origin(other))).as(other).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://music.example.org/segue", "ftp://nas", "my nas", "nas/segue"})
    void new_whatIsNeitherNameNorOrigin_isRefused(String host) {
        assertThatThrownBy(() -> new HostNames(List.of(host)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("segue.access.hosts has \"" + host + "\"");
    }

    private static Origin origin(String text) {
        return Origin.parse(text).orElseThrow();
    }
}
