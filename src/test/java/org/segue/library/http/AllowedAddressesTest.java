package org.segue.library.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;

class AllowedAddressesTest {

    private static final int OWN = 5000;

    private final AllowedAddresses addresses = ServerClients.addresses(OWN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "2852039166",
                "::ffff:169.254.169.254",
                "fe80::1",
                "fd00:ec2::254",
                "0.0.0.0",
                "0",
                "::",
                "224.0.0.251",
                "ff02::fb"
            })
    void linkLocalNobodysAndMulticastAddresses_areRefused(String host) {
        assertThatThrownBy(() -> addresses.of(host, 80))
                .isInstanceOfSatisfying(
                        LibraryException.class, e -> assertThat(e.fault()).isEqualTo(Fault.ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.20", "10.0.0.7", "172.17.0.2", "127.0.0.1", "localhost", "::1", "100.64.0.9"})
    void addressesOfHomes_areAllowed(String host) {
        assertThat(addresses.of(host, 4533)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "localhost", "::1"})
    void seguesOwnPort_isRefused(String host) {
        assertThatThrownBy(() -> addresses.of(host, OWN))
                .isInstanceOfSatisfying(
                        LibraryException.class, e -> assertThat(e.fault()).isEqualTo(Fault.ADDRESS));
    }

    @Test
    void anotherMachinesPortOfTheSameNumber_isAllowed() throws Exception {
        assertThat(addresses.of("192.168.1.20", OWN)).containsExactly(InetAddress.getByName("192.168.1.20"));
    }

    @Test
    void nameOfNobody_isUnreachable() {
        assertThatThrownBy(() -> addresses.of("nobody.invalid", 80))
                .isInstanceOfSatisfying(
                        LibraryException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNREACHABLE));
    }
}
