package org.segue.access.clients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The proxies in front whose word counts, and whom they forward for. Immutable. */
final class TrustedProxies {

    /** An address in quotes or brackets, with a port or without. An address with more than one colon has no port outside brackets. */
    private static final Pattern ELEMENT = Pattern.compile(
            "\"?(?:\\[(?<bracketed>[^\\]]*)\\](?::\\d+)?|(?<plain>[^:\"]*)(?::\\d+)?|(?<colons>[^\"]*))\"?");

    private final Set<String> addresses;

    /**
     * @param configured the value of {@code segue.access.proxy.addresses}
     * @throws IllegalStateException if one of them is no address: a name would have to be looked up
     */
    TrustedProxies(List<String> configured) {
        this.addresses = configured.stream()
                .map(address -> ClientAddress.parse(address.strip())
                        .orElseThrow(() -> new IllegalStateException(
                                "segue.access.proxy.addresses has \"%s\", which is no address".formatted(address))))
                .map(ClientAddress::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(ClientAddress address) {
        return addresses.contains(address.text());
    }

    /**
     * Whom a request is from: the last that was forwarded for and is no proxy itself. What stands before it anybody could have
     * written.
     *
     * @param connection where the connection comes from
     * @param forwardedFor the values of all {@code X-Forwarded-For} headers, in order
     * @return the last proxy whose word counts, if it names nobody or something that is no address
     */
    ClientAddress client(ClientAddress connection, List<String> forwardedFor) {
        ClientAddress nearest = connection;
        for (String element : lastFirst(forwardedFor)) {
            if (!contains(nearest)) {
                return nearest;
            }
            Optional<ClientAddress> before = parse(element);
            if (before.isEmpty()) {
                return nearest;
            }
            nearest = before.get();
        }
        return nearest;
    }

    private static List<String> lastFirst(List<String> headers) {
        List<String> elements = new ArrayList<>();
        for (String header : headers) {
            Arrays.stream(header.split(",", -1))
                    .map(String::strip)
                    .filter(element -> !element.isEmpty())
                    .forEach(elements::add);
        }
        Collections.reverse(elements);
        return elements;
    }

    private static Optional<ClientAddress> parse(String element) {
        Matcher parts = ELEMENT.matcher(element);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Arrays.asList(parts.group("bracketed"), parts.group("plain"), parts.group("colons")).stream()
                .flatMap(part -> Optional.ofNullable(part).stream())
                .findFirst()
                .flatMap(ClientAddress::parse);
    }
}
