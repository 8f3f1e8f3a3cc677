package org.segue.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.segue.access.PathFamily;

/** Maps requests with values out of range to problems that name each field and the part of the request that it is in. */
class InvalidRequests {

    /** Before the mapper of the problem library, which takes a parameter of a query for a body. */
    private static final int FIRST = 1;

    InvalidRequests() {}

    @ServerExceptionMapper(priority = FIRST)
    Response invalid(ConstraintViolationException exception, UriInfo uri) {
        List<Map<String, String>> violations = exception.getConstraintViolations().stream()
                .map(InvalidRequests::violation)
                .sorted(Comparator.comparing(violation -> violation.get("field")))
                .toList();
        String detail = violations.stream()
                .map(violation -> violation.get("field") + ' ' + violation.get("message"))
                .collect(Collectors.joining("; ", "", "."));
        HttpProblem problem = PathFamily.isProtocol(uri.getPath())
                ? Problems.malformed(detail)
                : Problems.invalid(detail, violations);
        return problem.toResponse();
    }

    private static Map<String, String> violation(ConstraintViolation<?> violation) {
        // Bodies are records, the parameters of a query are not.
        String in = violation.getLeafBean() instanceof Record ? "body" : "query";
        return Map.of("field", field(violation.getPropertyPath()), "in", in, "message", violation.getMessage());
    }

    // Method, parameter, and what is in the parameter if it has fields.
    private static String field(Path path) {
        String parameter = "";
        List<String> fields = new ArrayList<>();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY) {
                fields.add(node.toString());
            }
        }
        return fields.isEmpty() ? parameter : String.join(".", fields);
    }
}
