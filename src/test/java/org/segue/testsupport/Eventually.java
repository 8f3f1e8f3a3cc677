package org.segue.testsupport;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for what other threads bring about, with short looks: what is waited for takes some milliseconds. */
public final class Eventually {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private Eventually() {}

    /** Waits until a condition holds; fails if it never does. */
    public static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(DEADLINE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .pollInSameThread()
                .until(condition);
    }
}
