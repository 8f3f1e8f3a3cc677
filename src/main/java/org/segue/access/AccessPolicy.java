package org.segue.access;

import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.Catalog;

/**
 * Decides whether a request is answered, by the rules that rooms declare for their addresses. Runs before the router, so that
 * nothing of a refused request is read and nobody learns what there is. Never blocks.
 *
 * <p>What no rule covers is closed: changing needs the administrator, reading below {@code /api/} as well. Only pages that do not
 * exist answer to every reader.
 */
@Singleton
class AccessPolicy implements HttpSecurityPolicy {

    /** What Quarkus answers by itself. */
    private static final AccessRule HEALTH = AccessRule.always(Requirement.NONE, "/q/health/**");

    private final AccessConfig config;
    private final Catalog catalog;
    private final List<AccessRule> rules;

    AccessPolicy(AccessConfig config, Catalog catalog, @All List<AccessRules> rooms) {
        this.config = config;
        this.catalog = catalog;
        this.rules = Stream.concat(
                        Stream.of(HEALTH),
                        rooms.stream().map(AccessRules::rules).flatMap(List::stream))
                .toList();
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        RequiredAccess required = required(request.request().method().name(), request.normalizedPath());
        boolean isPlayers = PathFamily.isProtocol(request.normalizedPath());
        return identity.map(Access::caller)
                .flatMap(caller -> isAllowed(required, caller, isPlayers))
                .map(allowed -> allowed ? CheckResult.PERMIT : CheckResult.DENY);
    }

    private RequiredAccess required(String method, String path) {
        return rules.stream()
                .flatMap(rule -> rule.match(method, path).stream())
                .findFirst()
                .orElseGet(() -> new RequiredAccess(uncovered(method, path), ""));
    }

    private static Requirement uncovered(String method, String path) {
        if (!AccessRule.isReading(method)) {
            return Requirement.ADMINISTRATOR;
        }
        return path.startsWith("/api/") ? Requirement.READER_OF_ALL : Requirement.READER;
    }

    private Uni<Boolean> isAllowed(RequiredAccess required, Caller caller, boolean isPlayers) {
        boolean open = !config.required();
        return switch (required.requirement()) {
            case NONE -> answer(true);
            case READER -> answer(open || caller.isSomebody());
            case READER_OF_ALL -> answer(open || caller.administrator());
            case READER_OF_USER -> open ? answer(true) : isUserOrAdministrator(required.user(), caller, isPlayers);
            case THE_USER -> isUserOrAdministrator(required.user(), caller, isPlayers);
            case ANY_USER -> answer(caller.userId() != 0);
            case SIGNED_IN -> answer(caller.isSomebody());
            case ADMINISTRATOR -> answer(caller.administrator());
        };
    }

    private Uni<Boolean> isUserOrAdministrator(String encoded, Caller caller, boolean isPlayers) {
        if (caller.administrator() || caller.userId() == 0) {
            return answer(caller.administrator());
        }
        String user;
        try {
            user = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return answer(false);
        }
        return Uni.createFrom()
                .completionStage(isPlayers ? catalog.userOfPlayers(user) : catalog.user(user))
                .onFailure(AmbiguousNameException.class)
                .recoverWithItem(Optional.empty())
                .map(found -> found.filter(one -> caller.is(one.id())).isPresent());
    }

    private static Uni<Boolean> answer(boolean allowed) {
        return Uni.createFrom().item(allowed);
    }
}
