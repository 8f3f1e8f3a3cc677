package org.segue.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.IntegerDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.LongDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers as JSON Schema understands them: {@code 10.0} is one, {@code 1.7} is none. An integer that is larger than
 * any is read as the largest: the field's own limits, which are narrower, refuse it, and name themselves.
 *
 * @param <T> their type
 */
final class WholeNumber<T> extends JsonDeserializer<T> {

    /** From here on not every whole number is a {@code double}. */
    private static final double LARGEST_LONG = 1L << 53;

    private final JsonDeserializer<T> strict;
    private final double largest;
    private final DoubleFunction<T> number;

    private WholeNumber(JsonDeserializer<T> strict, double largest, DoubleFunction<T> number) {
        this.strict = strict;
        this.largest = largest;
        this.number = number;
    }

    /** What makes a mapper read them. */
    static SimpleModule module() {
        return new SimpleModule("whole numbers")
                .addDeserializer(
                        Integer.class,
                        new WholeNumber<>(
                                new IntegerDeserializer(Integer.class, null), Integer.MAX_VALUE, value -> (int) value))
                .addDeserializer(
                        Long.class,
                        new WholeNumber<>(new LongDeserializer(Long.class, null), LARGEST_LONG, value -> (long) value));
    }

    private boolean isExact(JsonParser parser, double value) {
        return parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT) && Math.abs(value) <= largest && value == Math.rint(value);
    }

    // The cast of a larger one is the nearest that there is.
    private boolean isNearest(double value) {
        return largest == Integer.MAX_VALUE && Math.abs(value) > largest && value == Math.rint(value);
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken().isNumeric()) {
            double value = parser.getDoubleValue();
            if (isNearest(value) || isExact(parser, value)) {
                return number.apply(value);
            }
        }
        return strict.deserialize(parser, context);
    }
}
