package org.segue.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each address demands, by the first rule that fits. What no rule knows is closed as far as it can be: changing is the
 * administrator's, and reading what is under {@code /api/} is as reading all.
 */
final class AccessRules {

    private static final Set<String> GET = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> POST = Set.of("POST");
    private static final Set<String> CHANGE = Set.of("PUT", "DELETE");
    private static final Set<String> ANY = Set.of();

    private static final List<Rule> RULES = List.of(
            new Rule(ANY, "/q/health(/.*)?", Requirement.NOTHING),
            new Rule(ANY, "/api/session", Requirement.NOTHING),
            new Rule(ANY, "/sign-in|/sign-out", Requirement.NOTHING),
            new Rule(GET, "/assets/.*", Requirement.NOTHING),
            new Rule(POST, "/recommend", Requirement.READING),
            new Rule(GET, "/api/tokens(/.*)?", Requirement.ADMINISTRATION),
            new Rule(GET, "/api/users", Requirement.READING_OF_ALL),
            new Rule(GET, "/(?:api/users|people)/(?<user>[^/]+)(?:/.*)?", Requirement.READING_OF_USER),
            new Rule(CHANGE, "/api/users/(?<user>[^/]+)/feedback/(?:songs|artists)/[^/]+", Requirement.USER),
            new Rule(GET, "/api/(?:songs|artists|map|status|models|playlists)(?:/.*)?", Requirement.READING),
            new Rule(POST, "/api/playlists", Requirement.SOMEBODY),
            new Rule(CHANGE, "/api/playlists/[^/]+", Requirement.SOMEBODY),
            new Rule(GET, "/api/.*", Requirement.READING_OF_ALL),
            new Rule(GET, "/1/validate-token", Requirement.NOTHING),
            new Rule(
                    GET,
                    "/1/(?:user|feedback/user|cf/recommendation/user)/(?<user>[^/]+)(?:/.*)?",
                    Requirement.READING_OF_USER),
            new Rule(POST, "/1/.*", Requirement.ANY_USER),
            new Rule(CHANGE, "/api/users/(?<user>[^/]+)/listens/[^/]+", Requirement.USER),
            new Rule(POST, "/people/(?<user>[^/]+)/(?:feedback|listens)", Requirement.USER),
            new Rule(POST, "/(?:songs|artists)/[^/]+", Requirement.SOMEBODY),
            new Rule(GET, "/people|/imports", Requirement.READING_OF_ALL),
            new Rule(GET, "/.*", Requirement.READING));

    private AccessRules() {}

    /**
     * What an address demands.
     *
     * @param demand what somebody must be
     * @param user as the address names one, percent-encoded; empty if it names none
     */
    record Required(Requirement demand, String user) {}

    private record Rule(Set<String> methods, Pattern path, Requirement demand) {
        Rule(Set<String> methods, String path, Requirement demand) {
            this(methods, Pattern.compile(path), demand);
        }
    }

    /**
     * Looks an address up.
     *
     * @param path normalised
     */
    static Required of(String method, String path) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.path().matcher(path);
            if ((rule.methods().isEmpty() || rule.methods().contains(method)) && matcher.matches()) {
                boolean named = rule.demand() == Requirement.USER || rule.demand() == Requirement.READING_OF_USER;
                return new Required(rule.demand(), named ? matcher.group("user") : "");
            }
        }
        return new Required(Requirement.ADMINISTRATION, "");
    }
}
