package org.segue.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ExceptionUnwrapStrategy;
import org.jboss.resteasy.reactive.server.UnwrapException;
import org.segue.storage.StorageException;

/**
 * A database that cannot do what was asked is a 503, whoever has waited for it: the same request may work later. What another
 * thread has failed with is told as that failure.
 */
@Provider
@UnwrapException(value = CompletionException.class, strategy = ExceptionUnwrapStrategy.ALWAYS)
public class StorageFailures implements ExceptionMapper<StorageException> {

    private static final Logger LOG = Logger.getLogger(StorageFailures.class);

    @Override
    public Response toResponse(StorageException exception) {
        LOG.errorf(exception, "Storage: %s", exception.getMessage());
        HttpProblem problem = Problems.unavailable("Segue's storage cannot do this now; the log says more.");
        return problem.toResponse();
    }
}
