package org.segue.access.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private static final ClientAddress PROXY = address("10.0.0.1");

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.1", " 2001:0db8::1 "));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.7:4711, 192.0.2.7",
        "'\"192.0.2.7:4711\"', 192.0.2.7",
        "'[2001:db8:5::9]:443', 2001:db8:5::9",
        "'[2001:db8:5::9]', 2001:db8:5::9",
        "'\"[2001:db8:5::9]:443\"', 2001:db8:5::9",
        "2001:db8:5::9, 2001:db8:5::9",
        "::ffff:192.0.2.7, 192.0.2.7",
        "'6.6.6.6, 192.0.2.7', 192.0.2.7",
        "'6.6.6.6,192.0.2.7 , [2001:db8:0::1]:80,10.0.0.1', 192.0.2.7",
        "'192.0.2.7, ,', 192.0.2.7",
    })
    void client_ofAProxy_isTheLastThatIsNoProxy(String forwarded, String client) {
        assertThat(proxies.client(PROXY, List.of(forwarded))).isEqualTo(address(client));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 10.0.0.1",
        "unknown, 10.0.0.1",
        "'6.6.6.6, unknown', 10.0.0.1",
        "'6.6.6.6, _hidden, 2001:db8::1', 2001:db8::1",
        "'[6.6.6.6', 10.0.0.1",
        "6.6.6.6:, 10.0.0.1",
        "6.6.6.6 7.7.7.7, 10.0.0.1",
        "'10.0.0.1, 2001:db8::1', 10.0.0.1",
    })
    void client_nobodyOrNoAddress_isTheProxy(String forwarded, String client) {
        assertThat(proxies.client(PROXY, List.of(forwarded))).isEqualTo(address(client));
    }

    @Test
    void client_severalHeaders_areOneList() {
        assertThat(proxies.client(PROXY, List.of("6.6.6.6", "192.0.2.7, 10.0.0.1")))
                .isEqualTo(address("192.0.2.7"));
        assertThat(proxies.client(PROXY, List.of())).isEqualTo(PROXY);
    }

    @Test
    void client_connectionOfNoProxy_isTheConnection() {
        ClientAddress stranger = address("192.0.2.99");

        assertThat(proxies.client(stranger, List.of("192.0.2.7"))).isEqualTo(stranger);
    }

    @Test
    void contains_neighborsOfAProxyInItsNetwork_false() {
        assertThat(proxies.contains(address("::ffff:10.0.0.1"))).isTrue();
        assertThat(proxies.contains(address("2001:db8::2"))).isFalse();
    }

    @Test
    void new_aName_isRefused() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.local")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("segue.access.proxy.addresses has \"proxy.local\", which is no address");
    }

    private static ClientAddress address(String text) {
        return ClientAddress.parse(text).orElseThrow();
    }
}
