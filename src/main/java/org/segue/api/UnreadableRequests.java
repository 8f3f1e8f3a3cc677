package org.segue.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.segue.access.bodies.MalformedBodyException;

/** Maps requests that cannot be read to problems that name the field and what was expected. */
class UnreadableRequests {

    /** Before the mappers of the problem library, which know less of what was expected. */
    private static final int FIRST = 1;

    UnreadableRequests() {}

    @ServerExceptionMapper(priority = FIRST)
    Response mismatched(MismatchedInputException exception) {
        return MalformedJson.problem(exception).toResponse();
    }

    @ServerExceptionMapper(priority = FIRST)
    Response invalid(InvalidFormatException exception) {
        return MalformedJson.problem(exception).toResponse();
    }

    @ServerExceptionMapper(priority = FIRST)
    Response unknownField(UnrecognizedPropertyException exception) {
        return MalformedJson.problem(exception).toResponse();
    }

    // Jackson's reader wraps what it throws, unless there is a mapper for just that.
    @ServerExceptionMapper(priority = FIRST)
    Response wrapped(WebApplicationException exception) {
        if (exception.getCause() instanceof JsonProcessingException json) {
            return MalformedJson.problem(json).toResponse();
        }
        Response response = exception.getResponse();
        return HttpProblem.builder()
                .withStatus(response.getStatus())
                .withTitle(response.getStatusInfo().getReasonPhrase())
                .withDetail(exception.getMessage())
                .build()
                .toResponse();
    }

    @ServerExceptionMapper(priority = FIRST)
    Response malformed(MalformedBodyException exception) {
        return Problems.malformed(String.valueOf(exception.getMessage())).toResponse();
    }

    // JAX-RS calls a number that is none "not found": in a query or a path it is a value out of range.
    @ServerExceptionMapper(priority = FIRST)
    Response notFound(NotFoundException exception) {
        if (exception.getCause() instanceof IllegalArgumentException) {
            return Problems.outOfRange(
                            "parameter",
                            "A parameter of the address is not a number: "
                                    + exception.getCause().getMessage())
                    .toResponse();
        }
        return Problems.notFound("There is nothing at this address.").toResponse();
    }
}
