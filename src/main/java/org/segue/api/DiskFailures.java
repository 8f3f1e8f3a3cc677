package org.segue.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.segue.storage.StorageException;

/**
 * Maps failures of files to the problem that failures of the database are. Bodies are in memory or on disk before a resource
 * sees them: what fails then is ours, or a client that went away.
 */
class DiskFailures {

    private final StorageFailures failures;

    DiskFailures(StorageFailures failures) {
        this.failures = failures;
    }

    @ServerExceptionMapper
    Response failed(IOException exception, RoutingContext request) {
        if (request.response().closed()) {
            // Nobody reads it.
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
        return failures.toResponse(new StorageException("A file cannot be read or written: " + exception, exception));
    }

    @ServerExceptionMapper
    Response failed(UncheckedIOException exception, RoutingContext request) {
        return failed(new IOException(exception), request);
    }
}
