package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a piece of work throws, the thread goes on to the next. */
@Timeout(60)
class GuardedThreadTest {

    private final GuardedThread thread = new GuardedThread("guarded");

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
    }

    static Throwable[] whateverComes() {
        return new Throwable[] {
            new OutOfMemoryError("none left"),
            new StackOverflowError(),
            new NoClassDefFoundError("x"),
            new IllegalStateException("no"),
            new Exception("no")
        };
    }

    @ParameterizedTest
    @MethodSource("whateverComes")
    void run_throws_theNextIsDone(Throwable thrown) throws InterruptedException {
        CountDownLatch next = new CountDownLatch(1);
        thread.run("It failed", () -> {
            throw sneaky(thrown);
        });
        thread.run("It failed", next::countDown);

        assertThat(next.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("whateverComes")
    void repeat_throws_isRepeated(Throwable thrown) throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);
        thread.repeat(Duration.ofMillis(1), "It failed", () -> {
            thrice.countDown();
            throw sneaky(thrown);
        });

        assertThat(thrice.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("whateverComes")
    void guarded_throws_saysThatItFailed(Throwable thrown) {
        assertThat(Guarded.run("It failed", () -> {
                    throw sneaky(thrown);
                }))
                .isFalse();
        assertThat(Guarded.run("It failed", () -> {})).isTrue();
    }

    @Test
    void stop_whatWaitsIsNotBegun_andFurtherWorkIsPassedOver() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        thread.runAfter(Duration.ofHours(1), "It failed", begun::incrementAndGet);
        thread.stop();
        thread.run("It failed", begun::incrementAndGet);

        assertThat(begun).hasValue(0);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
