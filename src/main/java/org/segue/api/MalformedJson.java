package org.segue.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what is wrong with JSON that could not be read, and at which field. */
final class MalformedJson {

    private MalformedJson() {}

    static HttpProblem problem(JsonProcessingException exception) {
        String field = field(exception);
        String detail = detail(exception, field);
        HttpProblem.Builder problem = HttpProblem.builder(Problems.malformed(detail));
        if (!field.isEmpty()) {
            problem.with("violations", List.of(Map.of("field", field, "message", detail)));
        }
        return problem.build();
    }

    private static String detail(JsonProcessingException exception, String field) {
        if (exception instanceof UnrecognizedPropertyException unknown) {
            return "There is no field \"%s\" here; known are %s."
                    .formatted(
                            field,
                            unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .toList());
        }
        if (exception instanceof ValueInstantiationException refused) {
            return "%s is not acceptable: %s.".formatted(field, message(refused.getCause()));
        }
        if (exception instanceof InvalidFormatException wrong) {
            return "%s is %s, expected %s.".formatted(field, shown(wrong.getValue()), expected(wrong.getTargetType()));
        }
        if (exception instanceof MismatchedInputException mismatch && !field.isEmpty()) {
            return "%s has the wrong type, expected %s.".formatted(field, expected(mismatch.getTargetType()));
        }
        if (exception.getCause() instanceof InputCoercionException && !field.isEmpty()) {
            return "%s must be a whole number from %d to %d.".formatted(field, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (exception instanceof MismatchedInputException) {
            return "The body must be a JSON object.";
        }
        return "The body is not JSON%s%s."
                .formatted(isTwice(exception) ? " with each field once" : "", place(exception));
    }

    private static boolean isTwice(JsonProcessingException exception) {
        return exception.getOriginalMessage().startsWith("Duplicate field");
    }

    private static String place(JsonProcessingException exception) {
        JsonLocation place = exception.getLocation();
        return place == null ? "" : ": see line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static String field(JsonProcessingException exception) {
        if (!(exception instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of " + words(type);
        }
        Map<Class<?>, String> names = Map.of(
                Integer.class, "a whole number",
                Long.class, "a whole number",
                Double.class, "a number",
                Boolean.class, "true or false",
                String.class, "text",
                Instant.class, "a time like 2030-01-01T00:00:00Z",
                List.class, "a list");
        return names.getOrDefault(type, "an object");
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String message(@Nullable Throwable cause) {
        return cause == null ? "it cannot be read" : String.valueOf(cause.getMessage());
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }
}
