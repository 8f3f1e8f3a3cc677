package org.segue.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A throwable as it may be logged: the same name, stack and causes, and a message whose text may come from outside. */
final class LoggedThrowable extends Throwable {

    private static final long serialVersionUID = 1;

    private final String words;

    private LoggedThrowable(Throwable original, @Nullable Throwable cause) {
        super(null, cause);
        this.words = LogText.of(original.toString());
        setStackTrace(original.getStackTrace());
    }

    /** Stands for a throwable, its causes, and what they suppressed. */
    static LoggedThrowable of(Throwable original) {
        return of(original, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    // Causes may lead back to where they came from.
    private static LoggedThrowable of(Throwable original, Set<Throwable> seen) {
        seen.add(original);
        Throwable cause = original.getCause();
        LoggedThrowable logged =
                new LoggedThrowable(original, cause == null || seen.contains(cause) ? null : of(cause, seen));
        for (Throwable suppressed : original.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                logged.addSuppressed(of(suppressed, seen));
            }
        }
        return logged;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String getMessage() {
        return words;
    }

    @Override
    public String toString() {
        return words;
    }
}
