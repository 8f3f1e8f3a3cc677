package org.segue.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * Reads integers of a query that have limits of their own. One that is larger than any is read as the largest, or as the smallest:
 * the limit, which is narrower, refuses it, and names itself. Where there is no limit on that side it is no integer.
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
        if (!isInteger || annotations == null || !has(RestQuery.class, annotations)) {
            return null;
        }
        return (ParamConverter<T>) new Converter(isAbove(annotations), isBelow(annotations));
    }

    private static boolean has(Class<? extends Annotation> type, Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(type::isInstance);
    }

    private static boolean isAbove(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(limit -> limit instanceof Min min && min.value() > Integer.MIN_VALUE);
    }

    private static boolean isBelow(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(limit -> limit instanceof Max max && max.value() < Integer.MAX_VALUE);
    }

    /**
     * Reads the integers of one parameter.
     *
     * @param hasLeast whether there is a limit below
     * @param hasMost whether there is one above
     */
    private record Converter(boolean hasLeast, boolean hasMost) implements ParamConverter<Integer> {

        @Override
        public Integer fromString(String value) {
            if (WHOLE_NUMBER.matcher(value).matches()) {
                BigInteger number = new BigInteger(value);
                if (number.signum() < 0 ? hasLeast : hasMost) {
                    return number.min(LARGEST).max(SMALLEST).intValue();
                }
            }
            return Integer.parseInt(value);
        }

        @Override
        public String toString(Integer value) {
            return value.toString();
        }
    }
}
