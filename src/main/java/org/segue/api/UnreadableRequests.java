package org.segue.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.segue.access.PathFamily;
import org.segue.access.bodies.MalformedBodyException;

/** Maps requests that cannot be read to problems that name the field and what was expected. */
class UnreadableRequests {

    /** Before the mappers of the problem library, which know less of what was expected. */
    private static final int FIRST = 1;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?\\d{1,100}");

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
                .withDetail(words(response))
                .build()
                .toResponse();
    }

    private static String words(Response response) {
        return switch (response.getStatus()) {
            case 405 -> "This address does not take this method.";
            case 406 -> "This address answers with none of the types that Accept names.";
            case 413 -> "The body is too large.";
            case 415 -> "This address takes no body of this Content-Type.";
            default -> "The request cannot be read.";
        };
    }

    @ServerExceptionMapper(priority = FIRST)
    Response malformed(MalformedBodyException exception) {
        return Problems.malformed(String.valueOf(exception.getMessage())).toResponse();
    }

    /**
     * What JAX-RS does not find: nothing, or a number of an address that is none. In the path there is nothing of such a number;
     * in the query it is a value out of range.
     */
    @ServerExceptionMapper(priority = FIRST)
    Response notFound(NotFoundException exception, UriInfo uri) {
        HttpProblem nothing = Problems.notFound("There is nothing at this address.");
        if (!(exception.getCause() instanceof NumberFormatException wrong)
                || culprit(wrong, uri.getPathParameters()).isPresent()) {
            return nothing.toResponse();
        }
        return culprit(wrong, uri.getQueryParameters())
                .map(parameter -> noNumber(uri, parameter))
                .orElse(nothing)
                .toResponse();
    }

    // All that is known of the parameter is that its value is quoted in the message.
    private static Optional<Map.Entry<String, String>> culprit(
            NumberFormatException wrong, MultivaluedMap<String, String> parameters) {
        String message = String.valueOf(wrong.getMessage());
        return parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> Map.entry(parameter.getKey(), value)))
                .filter(parameter -> message.contains('"' + parameter.getValue() + '"'))
                .findFirst();
    }

    private static HttpProblem noNumber(UriInfo uri, Map.Entry<String, String> parameter) {
        String detail = WHOLE_NUMBER.matcher(parameter.getValue()).matches()
                ? outOfRange(parameter)
                : "%s must be a whole number.".formatted(parameter.getKey());
        return PathFamily.isProtocol(uri.getPath())
                ? Problems.malformed(detail)
                : Problems.outOfRange(parameter.getKey(), "query", detail);
    }

    // What is a long was to be an integer.
    private static String outOfRange(Map.Entry<String, String> parameter) {
        boolean isLong = new BigInteger(parameter.getValue()).bitLength() < Long.SIZE;
        return "%s must be a whole number from %d to %d."
                .formatted(
                        parameter.getKey(),
                        isLong ? Integer.MIN_VALUE : Long.MIN_VALUE,
                        isLong ? Integer.MAX_VALUE : Long.MAX_VALUE);
    }
}
