package org.segue.protocols.lastfm;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.segue.access.LastFmFailure;
import org.segue.access.PathFamily;

/** Gives every failure on Last.fm's addresses Last.fm's shape, that of the protocol which is spoken there. */
public class LastFmErrors {

    private static final int FIRST_OF_FAILURE = 400;

    /** Replaces what any exception mapper has made. */
    @ServerResponseFilter
    public void reshape(ContainerRequestContext request, ContainerResponseContext response) {
        String given = request.getUriInfo().getPath();
        String path = given.startsWith("/") ? given : "/" + given;
        if (response.getStatus() < FIRST_OF_FAILURE
                || !PathFamily.isLastFm(path)
                || response.getEntity() instanceof String) {
            return;
        }
        LastFmFailure failure = LastFmFailure.ofStatus(response.getStatus(), words(response));
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        if (PathFamily.isAudioscrobbler(path)) {
            set(response, LastFmFailure.TEXT, failure.line());
        } else if (LastFmFailure.asksForJson(query)) {
            set(response, MediaType.APPLICATION_JSON, failure.json());
        } else {
            set(response, LastFmFailure.XML, failure.xml());
        }
    }

    private static void set(ContainerResponseContext response, String type, String body) {
        response.setEntity(body, new Annotation[0], MediaType.valueOf(type));
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type);
    }

    private static String words(ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem) {
            return problem.getDetail() != null ? problem.getDetail() : String.valueOf(problem.getTitle());
        }
        return response.getStatusInfo().getReasonPhrase();
    }
}
