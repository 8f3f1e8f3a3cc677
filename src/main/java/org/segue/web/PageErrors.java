package org.segue.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.segue.access.PathFamily;

/** Gives every failure that somebody meets who looks at pages the shape of a page. */
public class PageErrors {

    private final CurrentVertxRequest request;

    PageErrors(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Replaces what any exception mapper has made. */
    @ServerResponseFilter(priority = Priorities.USER + 2) // before those that choose a language and render templates
    public void show(ContainerResponseContext response) {
        if (!(response.getEntity() instanceof HttpProblem problem) || !PathFamily.isPage(request.getCurrent())) {
            return;
        }
        String detail = Objects.requireNonNullElse(problem.getDetail(), "");
        boolean isMissing = problem.getStatusCode() == PageResponse.NOT_FOUND;
        response.setEntity(
                SharedTemplates.refused(root(), isMissing, detail), new Annotation[0], MediaType.TEXT_HTML_TYPE);
    }

    // Relative: Segue may live under a path of a proxy's.
    private String root() {
        long depth = request.getCurrent()
                        .normalizedPath()
                        .chars()
                        .filter(c -> c == '/')
                        .count()
                - 1;
        return depth <= 0 ? "./" : "../".repeat((int) depth);
    }
}
