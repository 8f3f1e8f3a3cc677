package org.segue.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.segue.ranking.OverloadedException;

/** What would have to wait too long is a 503 that says when to come again. */
@Provider
public class Overloads implements ExceptionMapper<OverloadedException> {

    @Override
    public Response toResponse(OverloadedException exception) {
        return Response.fromResponse(Problems.unavailable(String.valueOf(exception.getMessage()))
                        .toResponse())
                .header(HttpHeaders.RETRY_AFTER, exception.retryAfter().toSeconds())
                .build();
    }
}
