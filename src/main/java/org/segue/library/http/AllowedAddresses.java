package org.segue.library.http;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryPhrase;

/**
 * Finds the addresses of a host that may be called. Homes and this machine may; where clouds answer questions of their machines
 * (link-local), addresses that are nobody's or many's, and Segue itself may not. Who calls has to connect to the addresses that
 * are given here: a name that is looked up again may be another's by then.
 */
@Singleton
class AllowedAddresses {

    /** Where Amazon's machines ask about themselves by IPv6, fd00:ec2::254: the only such address that is not link-local. */
    private static final String METADATA = "fd000ec2000000000000000000000254";

    /** Segue's own ports; those of tests are set when it has started. */
    private static final List<String> OWN_PORTS = List.of("quarkus.http.port", "quarkus.http.test-port");

    private final Config config;

    AllowedAddresses(Config config) {
        this.config = config;
    }

    /** Addresses of a host that may be called, at least one. Blocks while the name is looked up. */
    List<InetAddress> of(String host, int port) {
        List<InetAddress> allowed =
                resolved(host).filter(address -> isAllowed(address, port)).toList();
        if (allowed.isEmpty()) {
            throw new LibraryException(Fault.ADDRESS, LibraryPhrase.FORBIDDEN_ADDRESS.with(host));
        }
        return allowed;
    }

    private static Stream<InetAddress> resolved(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new LibraryException(Fault.UNREACHABLE, LibraryPhrase.UNKNOWN_HOST.with(host));
        }
    }

    private boolean isAllowed(InetAddress address, int port) {
        boolean isNobody = address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || HexFormat.of().formatHex(address.getAddress()).equals(METADATA);
        return !isNobody && !(isOwnPort(port) && isThisMachine(address));
    }

    private boolean isOwnPort(int port) {
        return OWN_PORTS.stream()
                .anyMatch(name -> config.getOptionalValue(name, Integer.class).orElse(0) == port);
    }

    private static boolean isThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
