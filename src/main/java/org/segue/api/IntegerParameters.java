package org.segue.api;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads integers of a query. One that is larger than any is read as the largest: the parameter's own limits, which are
 * narrower, refuse it, and name themselves.
 */
@Provider
public class IntegerParameters implements ParamConverterProvider {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{10,100}");
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger SMALLEST = BigInteger.valueOf(Integer.MIN_VALUE);

    IntegerParameters() {}

    @Override
    @SuppressWarnings("unchecked") // the type is that of integers
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> rawType, Type genericType, Annotation @Nullable [] annotations) {
        boolean isInteger = rawType == int.class || rawType == Integer.class;
        return isInteger && isOfQuery(annotations) ? (ParamConverter<T>) new Converter() : null;
    }

    private static boolean isOfQuery(Annotation @Nullable [] annotations) {
        return annotations != null && Arrays.stream(annotations).anyMatch(RestQuery.class::isInstance);
    }

    private static final class Converter implements ParamConverter<Integer> {

        @Override
        public Integer fromString(String value) {
            return WHOLE_NUMBER.matcher(value).matches()
                    ? new BigInteger(value).min(LARGEST).max(SMALLEST).intValue()
                    : Integer.parseInt(value);
        }

        @Override
        public String toString(Integer value) {
            return value.toString();
        }
    }
}
