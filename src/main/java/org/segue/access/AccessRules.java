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
            new Rule(ANY, "/q/health(/.*)?", Demand.NOTHING),
            new Rule(ANY, "/api/session", Demand.NOTHING),
            new Rule(ANY, "/sign-in|/sign-out", Demand.NOTHING),
            new Rule(GET, "/assets/.*", Demand.NOTHING),
            new Rule(POST, "/recommend", Demand.READING),
            new Rule(GET, "/api/tokens(/.*)?", Demand.ADMINISTRATION),
            new Rule(GET, "/api/users", Demand.READING_OF_ALL),
            new Rule(GET, "/(?:api/users|people)/(?<user>[^/]+)(?:/.*)?", Demand.READING_OF_USER),
            new Rule(CHANGE, "/api/users/(?<user>[^/]+)/feedback/(?:songs|artists)/[^/]+", Demand.USER),
            new Rule(GET, "/api/(?:songs|artists|map|status|models|playlists)(?:/.*)?", Demand.READING),
            new Rule(POST, "/api/playlists", Demand.SOMEBODY),
            new Rule(CHANGE, "/api/playlists/[^/]+", Demand.SOMEBODY),
            new Rule(GET, "/api/.*", Demand.READING_OF_ALL),
            new Rule(GET, "/1/validate-token", Demand.NOTHING),
            new Rule(
                    GET,
                    "/1/(?:user|feedback/user|cf/recommendation/user)/(?<user>[^/]+)(?:/.*)?",
                    Demand.READING_OF_USER),
            new Rule(POST, "/1/.*", Demand.ANY_USER),
            new Rule(CHANGE, "/api/users/(?<user>[^/]+)/listens/[^/]+", Demand.USER),
            new Rule(POST, "/people/(?<user>[^/]+)/(?:feedback|listens)", Demand.USER),
            new Rule(POST, "/(?:songs|artists)/[^/]+", Demand.SOMEBODY),
            new Rule(GET, "/people|/imports", Demand.READING_OF_ALL),
            new Rule(GET, "/.*", Demand.READING));

    private AccessRules() {}

    /**
     * What an address demands.
     *
     * @param demand what somebody must be
     * @param user as the address names one, percent-encoded; empty if it names none
     */
    record Required(Demand demand, String user) {}

    private record Rule(Set<String> methods, Pattern path, Demand demand) {
        Rule(Set<String> methods, String path, Demand demand) {
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
                boolean named = rule.demand() == Demand.USER || rule.demand() == Demand.READING_OF_USER;
                return new Required(rule.demand(), named ? matcher.group("user") : "");
            }
        }
        return new Required(Demand.ADMINISTRATION, "");
    }
}
