package org.segue.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/**
 * Tells forms that cannot be read from failures of ours: the reader of forms throws whatever it comes across at an encoding that
 * is none, or at more fields than it takes.
 */
class UnreadableForms {

    private static final Logger LOG = Logger.getLogger(UnreadableForms.class);
    private static final String READER = FormData.class.getPackageName() + '.';
    private static final int FIRST = 1;

    UnreadableForms() {}

    @ServerExceptionMapper(priority = FIRST)
    Response unexpected(RuntimeException exception) {
        if (isThrownByReader(exception)) {
            return Problems.malformed("The body is not the form that its Content-Type says.")
                    .toResponse();
        }
        LOG.error("A request could not be answered", exception);
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR).toResponse();
    }

    private static boolean isThrownByReader(RuntimeException exception) {
        return Arrays.stream(exception.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(READER));
    }
}
