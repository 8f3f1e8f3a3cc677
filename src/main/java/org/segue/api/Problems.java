package org.segue.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import org.segue.library.LibraryException;

/** What went wrong, as RFC 9457 says it. */
final class Problems {

    private Problems() {}

    /** 404 for a user of whom nothing is known. */
    static HttpProblem noUser(String publicId) {
        return notFound("There is no user %s.".formatted(publicId));
    }

    static HttpProblem notFound(String detail) {
        return of(Status.NOT_FOUND.getStatusCode(), Status.NOT_FOUND.getReasonPhrase(), detail);
    }

    static HttpProblem conflict(String detail) {
        return of(Status.CONFLICT.getStatusCode(), Status.CONFLICT.getReasonPhrase(), detail);
    }

    static HttpProblem unauthorized(String detail) {
        return of(Status.UNAUTHORIZED.getStatusCode(), Status.UNAUTHORIZED.getReasonPhrase(), detail);
    }

    static HttpProblem tooMany(String detail) {
        return of(Status.TOO_MANY_REQUESTS.getStatusCode(), Status.TOO_MANY_REQUESTS.getReasonPhrase(), detail);
    }

    static HttpProblem malformed(String detail) {
        return of(Status.BAD_REQUEST.getStatusCode(), Status.BAD_REQUEST.getReasonPhrase(), detail);
    }

    static HttpProblem unsupported(String detail) {
        Status status = Status.UNSUPPORTED_MEDIA_TYPE;
        return of(status.getStatusCode(), status.getReasonPhrase(), detail);
    }

    static HttpProblem outOfRange(String field, String detail) {
        return invalid(detail, List.of(Map.of("field", field, "message", detail)));
    }

    /** 422 for a parameter in a part of the request: {@code query} or {@code body}. */
    static HttpProblem outOfRange(String field, String in, String detail) {
        return invalid(detail, List.of(Map.of("field", field, "in", in, "message", detail)));
    }

    /** 422 for several fields at once. */
    static HttpProblem invalid(String detail, List<Map<String, String>> violations) {
        return HttpProblem.builder()
                .withStatus(422)
                .withTitle("Unprocessable Content")
                .withDetail(detail)
                .with("violations", violations)
                .build();
    }

    static HttpProblem unavailable(String detail) {
        return of(Status.SERVICE_UNAVAILABLE.getStatusCode(), Status.SERVICE_UNAVAILABLE.getReasonPhrase(), detail);
    }

    /** What a library's server does not do as it should: 422 if another request would help, else that of a gateway. */
    static HttpProblem of(LibraryException failure) {
        String detail = String.valueOf(failure.getMessage());
        return switch (failure.fault()) {
            case LOGIN, FORBIDDEN -> outOfRange("password", detail);
            case ADDRESS -> outOfRange("url", detail);
            case SLOW -> of(Status.GATEWAY_TIMEOUT.getStatusCode(), Status.GATEWAY_TIMEOUT.getReasonPhrase(), detail);
            case UNREACHABLE, CERTIFICATE, ANSWER, FAILED ->
                of(Status.BAD_GATEWAY.getStatusCode(), Status.BAD_GATEWAY.getReasonPhrase(), detail);
        };
    }

    private static HttpProblem of(int status, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .build();
    }
}
