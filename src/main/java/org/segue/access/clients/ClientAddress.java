package org.segue.access.clients;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The address of a client.
 *
 * @param text the address in its one spelling, IPv4 if it is an IPv4 address in IPv6's clothes
 * @param network what is counted for: the address, or the first half of an IPv6 address, since a household, or an attacker, has
 *     all addresses of a /64
 */
public record ClientAddress(String text, String network) {

    /** The other end of a connection that has no address. */
    public static final ClientAddress UNKNOWN = new ClientAddress("unknown", "unknown");

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    /** An address of the JDK's. */
    public static ClientAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV6_BYTES
                ? new ClientAddress(withoutZone(NetUtil.toAddressString(address)), network(bytes))
                : new ClientAddress(address.getHostAddress(), address.getHostAddress());
    }

    /** An address as people write it; empty if it is none, a name for example. */
    public static Optional<ClientAddress> parse(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(InetAddress.getByAddress(bytes)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    private static String network(byte[] bytes) {
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < NETWORK_BYTES; i += 2) {
            int group = Byte.toUnsignedInt(bytes[i]) << Byte.SIZE | Byte.toUnsignedInt(bytes[i + 1]);
            network.append(Integer.toHexString(group)).append(':');
        }
        return network.append(":/64").toString();
    }
}
