package org.segue.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.segue.access.AccessRules.Required;
import org.segue.catalog.Catalog;

/** Decides of every request whether it is answered. Never blocks. */
@Singleton
public class AccessPolicy implements HttpSecurityPolicy {

    private final AccessConfig config;
    private final Catalog catalog;

    AccessPolicy(AccessConfig config, Catalog catalog) {
        this.config = config;
        this.catalog = catalog;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        Required required = AccessRules.of(request.request().method().name(), request.normalizedPath());
        return identity.map(Access::caller)
                .flatMap(caller -> isAllowed(required, caller))
                .map(allowed -> allowed ? CheckResult.PERMIT : CheckResult.DENY);
    }

    private Uni<Boolean> isAllowed(Required required, Caller caller) {
        boolean open = !config.required();
        return switch (required.demand()) {
            case NOTHING -> answer(true);
            case READING -> answer(open || caller.isSomebody());
            case READING_OF_ALL -> answer(open || caller.administrator());
            case READING_OF_USER -> open ? answer(true) : isUserOrAdministrator(required.user(), caller);
            case USER -> isUserOrAdministrator(required.user(), caller);
            case ANY_USER -> answer(caller.userId() != 0);
            case SOMEBODY -> answer(caller.isSomebody());
            case ADMINISTRATION -> answer(caller.administrator());
        };
    }

    private Uni<Boolean> isUserOrAdministrator(String encoded, Caller caller) {
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
                .completionStage(catalog.user(user))
                .map(found -> found.filter(one -> caller.is(one.id())).isPresent());
    }

    private static Uni<Boolean> answer(boolean allowed) {
        return Uni.createFrom().item(allowed);
    }
}
