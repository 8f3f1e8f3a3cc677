package org.segue.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.segue.storage.StorageException;

/** A database that cannot do what was asked is a 503: the same request may work later. */
@Provider
public class StorageFailures implements ExceptionMapper<StorageException> {

    private static final Logger LOG = Logger.getLogger(StorageFailures.class);

    @Override
    public Response toResponse(StorageException exception) {
        LOG.errorf(exception, "Storage: %s", exception.getMessage());
        HttpProblem problem = Problems.unavailable("Segue's storage cannot do this now; the log says more.");
        return problem.toResponse();
    }
}
