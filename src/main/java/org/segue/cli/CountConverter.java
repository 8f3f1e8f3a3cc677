package org.segue.cli;

import org.segue.model.OutOfRangeException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many of something an option asks for: one at least. */
final class CountConverter implements ITypeConverter<Integer> {

    private static final String LIMITS = "a whole number from 1 to " + Integer.MAX_VALUE;

    CountConverter() {}

    @Override
    public Integer convert(String text) {
        int count = number(text);
        if (count < 1) {
            throw refused(text);
        }
        return count;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw refused(text);
        }
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(new OutOfRangeException("it", text, LIMITS).getMessage());
    }
}
