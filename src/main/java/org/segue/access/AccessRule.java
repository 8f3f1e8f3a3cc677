package org.segue.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What requests of some methods to some addresses require.
 *
 * <p>Addresses are templates as in {@code @Path}: {@code /api/users/{user}/listens}. A parameter stands for one segment, and
 * {@code user} is the user whom the address names. A template that ends in {@code /**} covers everything below.
 */
public final class AccessRule {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Set<String> methods;
    private final List<Pattern> paths;
    private final Requirement requirement;

    private AccessRule(Set<String> methods, Requirement requirement, String... templates) {
        this.methods = methods;
        this.paths = Stream.of(templates).map(AccessRule::pattern).toList();
        this.requirement = requirement;
    }

    /** For any method. */
    public static AccessRule always(Requirement requirement, String... templates) {
        return new AccessRule(Set.of(), requirement, templates);
    }

    /** For GET, HEAD and OPTIONS. */
    public static AccessRule reading(Requirement requirement, String... templates) {
        return new AccessRule(READING, requirement, templates);
    }

    /** For POST. */
    public static AccessRule posting(Requirement requirement, String... templates) {
        return new AccessRule(Set.of("POST"), requirement, templates);
    }

    /** For PUT, PATCH and DELETE. */
    public static AccessRule changing(Requirement requirement, String... templates) {
        return new AccessRule(Set.of("PUT", "PATCH", "DELETE"), requirement, templates);
    }

    static boolean isReading(String method) {
        return READING.contains(method);
    }

    // Slashes at the end name the same resource.
    private static Pattern pattern(String template) {
        boolean isPrefix = template.endsWith("/**");
        String path = isPrefix ? template.substring(0, template.length() - 3) : template;
        String segments = PARAMETER.matcher(path.replace(".", "\\.")).replaceAll("(?<$1>[^/]+)");
        return Pattern.compile(segments + (isPrefix ? "(?:/.*)?" : "/?"));
    }

    /**
     * What a request requires by this rule; empty if it does not fit.
     *
     * @param path normalized
     */
    Optional<RequiredAccess> match(String method, String path) {
        if (!methods.isEmpty() && !methods.contains(method)) {
            return Optional.empty();
        }
        return paths.stream()
                .map(pattern -> pattern.matcher(path))
                .filter(Matcher::matches)
                .findFirst()
                .map(matcher -> new RequiredAccess(requirement, user(matcher)));
    }

    private String user(Matcher matcher) {
        boolean isOfUser = requirement == Requirement.THE_USER || requirement == Requirement.READER_OF_USER;
        return isOfUser ? matcher.group("user") : "";
    }
}
