package org.segue.protocols.listenbrainz;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.segue.access.PathFamily;

/** Gives every failure on the protocol's addresses the protocol's shape: {@code {"code":404,"error":"…"}}. */
public class ProtocolErrors {

    private static final int FIRST_OF_FAILURE = 400;

    /**
     * A failure as players read it.
     *
     * @param code the status
     * @param error what is wrong, in words
     */
    @RegisterForReflection // JSON that a filter sets
    public record ProtocolError(int code, String error) {}

    /** Replaces what any exception mapper has made. */
    @ServerResponseFilter
    public void reshape(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (response.getStatus() < FIRST_OF_FAILURE
                || !PathFamily.isProtocol(path.startsWith("/") ? path : "/" + path)
                || response.getEntity() instanceof ProtocolError) {
            return;
        }
        ProtocolError error = new ProtocolError(response.getStatus(), words(response));
        response.setEntity(error, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }

    private static String words(ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem) {
            return problem.getDetail() != null ? problem.getDetail() : String.valueOf(problem.getTitle());
        }
        return response.getStatusInfo().getReasonPhrase();
    }
}
