package org.segue.access.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7, 192.0.2.7",
        "::ffff:c000:207, 192.0.2.7, 192.0.2.7",
        "2001:DB8:0:0:1:2:3:4, 2001:db8::1:2:3:4, 2001:db8:0:0::/64",
        "2001:db8::9, 2001:db8::9, 2001:db8:0:0::/64",
        "2001:db8:0:1::9, 2001:db8:0:1::9, 2001:db8:0:1::/64",
        "fe80::1%eth0, fe80::1, fe80:0:0:0::/64",
        "::1, ::1, 0:0:0:0::/64",
    })
    void parse_anAddress_hasOneSpellingAndOneNetwork(String written, String text, String network) {
        assertThat(ClientAddress.parse(written)).contains(new ClientAddress(text, network));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "_hidden", "localhost", "1.2.3", "1.2.3.4.5", "1.2.3.256", "::1::", "1.2.3.4:80"})
    void parse_whatIsNoAddress_isEmpty(String written) {
        assertThat(ClientAddress.parse(written)).isEmpty();
    }

    @Test
    void of_anAddressWithZone_leavesTheZoneOut() throws UnknownHostException {
        byte[] local = InetAddress.getByName("fe80::1").getAddress();

        assertThat(ClientAddress.of(Inet6Address.getByAddress("", local, 3)).text())
                .isEqualTo("fe80::1");
    }
}
