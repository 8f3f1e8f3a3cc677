package org.segue.protocols.listenbrainz;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/** What cannot be answered; {@link ProtocolErrors} gives it the protocol's shape. */
final class Refused {

    private Refused() {}

    static HttpProblem badRequest(String error) {
        return of(Status.BAD_REQUEST, error);
    }

    static HttpProblem unauthorized(String error) {
        return of(Status.UNAUTHORIZED, error);
    }

    static HttpProblem notFound(String error) {
        return of(Status.NOT_FOUND, error);
    }

    static HttpProblem conflict(String error) {
        return of(Status.CONFLICT, error);
    }

    static HttpProblem unavailable(String error) {
        return of(Status.SERVICE_UNAVAILABLE, error);
    }

    private static HttpProblem of(Status status, String error) {
        return HttpProblem.builder()
                .withStatus(status.getStatusCode())
                .withTitle(status.getReasonPhrase())
                .withDetail(error)
                .build();
    }
}
