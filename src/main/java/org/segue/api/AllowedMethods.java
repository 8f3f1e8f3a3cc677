package org.segue.api;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.jspecify.annotations.Nullable;
import org.segue.access.CrossOrigin;
import org.segue.access.Refusal;

/**
 * Answers methods that an address does not take with 405 and those that it takes in {@code Allow}, and tells them to who asks
 * with OPTIONS. Before access is checked: which methods there are is in the documentation, and nobody's secret.
 */
@Singleton
class AllowedMethods {

    /** Behind what brings paths into their form, refuses hosts and reads on what nobody else reads. */
    private static final int AFTER_REQUEST_CHECKS = 999;

    @Nullable
    private volatile MethodsByPath methods;

    void install(@Observes Filters filters) {
        filters.register(this::check, AFTER_REQUEST_CHECKS);
    }

    private void check(RoutingContext request) {
        Set<String> allowed = methods().of(request.normalizedPath());
        HttpMethod method = request.request().method();
        Optional<String> hint = allowed.isEmpty() ? baseAddresses().hint(request.normalizedPath()) : Optional.empty();
        if (hint.isPresent()) {
            Refusal.sendToPlayer(request, 404, hint.get());
        } else if (allowed.isEmpty() && method.equals(HttpMethod.OPTIONS) && !isOfTheServer(request.normalizedPath())) {
            Refusal.send(request, 404, "Not Found", "There is nothing at this address.");
        } else if (allowed.isEmpty()) {
            request.next();
        } else if (method.equals(HttpMethod.OPTIONS)) {
            allow(request, allowed);
            CrossOrigin.answerPreflight(request, allowed);
            request.response().end();
        } else if (allowed.contains(method.name())) {
            request.next();
        } else {
            allow(request, allowed);
            Refusal.send(
                    request,
                    405,
                    "Method Not Allowed",
                    "This address takes %s alone.".formatted(String.join(", ", allowed)));
        }
    }

    // Files and what Quarkus answers by itself: no resource of ours knows them.
    private static boolean isOfTheServer(String path) {
        return path.startsWith("/assets/") || path.startsWith("/q/");
    }

    private static void allow(RoutingContext request, Set<String> allowed) {
        request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
    }

    private BaseAddresses baseAddresses() {
        return new BaseAddresses(methods());
    }

    // All resources are known once the first request comes.
    private MethodsByPath methods() {
        MethodsByPath known = methods;
        if (known == null) {
            known = ofAllResources();
            methods = known;
        }
        return known;
    }

    private static MethodsByPath ofAllResources() {
        MethodsByPath all = new MethodsByPath();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        all.add(method, path);
                    }
                });
        return all;
    }
}
