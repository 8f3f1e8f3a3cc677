package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.net.HostAndPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.access.clients.ClientAddress;

/** Which requests are taken for those of a browser on the same machine. */
class LocalRequestTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost",
        "127.0.0.1, 127.0.0.1",
        "127.9.0.3, LocalHost",
        "::1, [::1]",
        "::ffff:127.0.0.1, segue.localhost",
    })
    void ofThisMachine_askedForAsSuch(String from, String host) {
        assertThat(isLocal(from, host, MultiMap.caseInsensitiveMultiMap())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.7, localhost",
        "10.0.2.2, 127.0.0.1",
        "172.17.0.1, localhost",
        "fe80::1, [::1]",
        "::ffff:10.0.0.1, localhost",
        // A proxy on this machine that adds no header asks by the name that it was asked for.
        "127.0.0.1, nas",
        "127.0.0.1, music.example.org",
        "127.0.0.1, 192.168.1.7",
        "127.0.0.1, localhost.example.org",
    })
    void fromElsewhere_orThroughAProxy(String from, String host) {
        assertThat(isLocal(from, host, MultiMap.caseInsensitiveMultiMap())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "Via",
                "X-Forwarded-For",
                "x-forwarded-host",
                "X-Forwarded-Proto",
                "X-FORWARDED-ANYTHING",
                "X-Real-IP"
            })
    void withAHeaderOfProxies(String header) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(header, "127.0.0.1");
        assertThat(isLocal("127.0.0.1", "localhost", headers)).isFalse();
    }

    @Test
    void thatNamesNoHost_orHasNoAddress() {
        MultiMap none = MultiMap.caseInsensitiveMultiMap();
        assertThat(LocalRequest.isLocal(ClientAddress.parse("127.0.0.1").orElseThrow(), null, none))
                .isFalse();
        assertThat(LocalRequest.isLocal(ClientAddress.UNKNOWN, HostAndPort.create("localhost", 1), none))
                .isFalse();
    }

    private static boolean isLocal(String from, String host, MultiMap headers) {
        return LocalRequest.isLocal(
                ClientAddress.parse(from).orElseThrow(), HostAndPort.parseAuthority(host + ":5000", -1), headers);
    }
}
