package org.segue.text;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is logged safe. What a message is filled with may come from outside and is escaped ({@link LogText}), exceptions
 * included; the message itself is written here, but for libraries that put one together from what they have got. Of messages of
 * one kind at most {@value #MAX_A_SECOND} a second are logged; the next one then says how many were left out.
 *
 * <p>Set for each handler in {@code application.properties}. Safe for any thread.
 */
@LoggingFilter(name = "segue")
public final class LogFilter implements Filter {

    static final int MAX_A_SECOND = 20;

    /** Kinds are messages before they are filled; of a library that puts them together they could be any number. */
    private static final int MAX_KINDS = 1000;

    private static final String OURS = "org.segue.";
    private static final String PLATFORM = "io.quarkus";

    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    /** How many messages of a kind came within a second, and how many of them were left out. */
    private record Kind(long second, int count, int leftOut) {

        Kind next(long now) {
            if (now != second) {
                return new Kind(now, 1, Math.max(0, count - MAX_A_SECOND));
            }
            return new Kind(second, count + 1, leftOut);
        }
    }

    @Override
    public boolean isLoggable(LogRecord logged) {
        String kind = logged.getLoggerName() + ' ' + logged.getMessage();
        if (!kinds.containsKey(kind) && kinds.size() >= MAX_KINDS) {
            kinds.clear();
        }
        long second = logged.getInstant().getEpochSecond();
        Kind now = kinds.merge(kind, new Kind(second, 1, 0), (before, first) -> before.next(second));
        if (now.count() > MAX_A_SECOND) {
            return false;
        }
        makeSafe(logged, now.count() == 1 ? now.leftOut() : 0);
        return true;
    }

    private static void makeSafe(LogRecord logged, int leftOut) {
        Object[] filledWith = logged.getParameters();
        if (filledWith == null || filledWith.length == 0) {
            setMessage(logged, isWrittenHere(logged) ? LogText.ofLines(message(logged)) : LogText.of(message(logged)));
        } else {
            logged.setParameters(Arrays.stream(filledWith).map(LogFilter::safe).toArray());
        }
        if (leftOut > 0) {
            setMessage(logged, "%s (%d like it were left out)".formatted(message(logged), leftOut));
        }
        if (logged.getThrown() != null && !(logged.getThrown() instanceof LoggedThrowable)) {
            logged.setThrown(LoggedThrowable.of(logged.getThrown()));
        }
    }

    // Numbers and what else a format asks for by its type stay; what is text already is escaped.
    private static @Nullable Object safe(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Character) {
            return value;
        }
        String text = String.valueOf(value);
        String safe = LogText.of(text);
        return safe.equals(text) ? value : safe;
    }

    private static boolean isWrittenHere(LogRecord logged) {
        String name = logged.getLoggerName();
        return name != null && (name.startsWith(OURS) || name.startsWith(PLATFORM));
    }

    private static String message(LogRecord logged) {
        return logged.getMessage() == null ? "" : logged.getMessage();
    }

    private static void setMessage(LogRecord logged, String message) {
        if (logged instanceof ExtLogRecord ours) {
            ours.setMessage(message, ours.getFormatStyle());
        } else {
            logged.setMessage(message);
        }
    }
}
