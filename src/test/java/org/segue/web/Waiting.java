package org.segue.web;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what takes a moment. */
final class Waiting {

    private static final int LOOKS = 1200;
    private static final long PAUSE_NANOS = 50_000_000;

    private Waiting() {}

    /** What is seen once it is as wanted; what was seen last if it never was. */
    static <T> T until(Supplier<T> look, Predicate<T> wanted) {
        T seen = look.get();
        for (int i = 0; i < LOOKS && !wanted.test(seen); i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            seen = look.get();
        }
        return seen;
    }
}
