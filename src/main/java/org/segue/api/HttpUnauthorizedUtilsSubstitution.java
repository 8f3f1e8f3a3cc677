package org.segue.api;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/**
 * In a native image, what {@code quarkus-resteasy-problem} makes of a request without a token: its own method reads fields that
 * Quarkus no longer has, which the compiler of the image refuses. On the JVM this class does nothing.
 */
@TargetClass(className = "io.quarkiverse.resteasy.problem.security.HttpUnauthorizedUtils")
final class HttpUnauthorizedUtilsSubstitution {

    private HttpUnauthorizedUtilsSubstitution() {}

    @Substitute
    @SuppressWarnings("UnusedMethod") // GraalVM puts it in place of the method of the same name.
    static Uni<HttpProblem> toProblem(RoutingContext request, Exception failure) {
        return Uni.createFrom()
                .item(HttpProblem.builder()
                        .withTitle(Response.Status.UNAUTHORIZED.getReasonPhrase())
                        .withStatus(Response.Status.UNAUTHORIZED)
                        .withDetail(failure.getMessage())
                        .withHeader("WWW-Authenticate", "Bearer")
                        .build());
    }
}
