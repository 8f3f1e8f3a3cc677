package org.segue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text of form fields and query parameters. */
public final class FieldText {

    private FieldText() {}

    /** What was typed, without the blanks around it; empty where nothing was sent. */
    public static String typed(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    /** Whether there are characters in it that are none of a text. */
    public static boolean isOdd(String typed) {
        return typed.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** A value as addresses write it. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
