package org.segue.ranking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Runs what would hold an event loop too long, on half of the cores at most, so that short answers find the other half free. Work
 * waits in line, in the order in which it comes; what would wait longer than {@link #MAX_WAIT} by its cost and by how long work
 * has taken lately is refused. Work that nobody waits for any more is dropped before it begins. Safe for any thread.
 */
@Singleton
public class HeavyWork {

    /** Multiplications that take a few milliseconds at most: an event loop may make them itself. */
    static final long MAX_OF_AN_EVENT_LOOP = 20_000_000;

    /** Within the time in which browsers and programs give up by themselves. */
    static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Until work has been timed. */
    private static final double FIRST_NANOS_OF_A_MULTIPLICATION = 0.5;

    /** How much of what is known the last work replaces. */
    private static final double LAST_WORK = 0.2;

    private final int threads;
    private final ExecutorService executor;
    private final AtomicLong waitingCost = new AtomicLong();
    private volatile double nanosOfAMultiplication = FIRST_NANOS_OF_A_MULTIPLICATION;

    @Inject
    HeavyWork(MeterRegistry metrics) {
        this(Math.max(1, CORES / 2));
        Gauge.builder("segue.heavy.wait", this, work -> work.waiting().toNanos() / 1e9)
                .baseUnit("seconds")
                .description("How long heavy work would wait before it begins")
                .register(metrics);
    }

    HeavyWork(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads, daemons());
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "segue-heavy-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @PreDestroy
    void end() {
        executor.shutdownNow();
    }

    /**
     * Runs work once it is waited for: at once and where it is asked for if it costs little.
     *
     * @param cost about how many multiplications it takes
     * @return what it answers, or {@link OverloadedException}
     */
    <T> Uni<T> run(long cost, Supplier<T> work) {
        return cost <= MAX_OF_AN_EVENT_LOOP
                ? Uni.createFrom().item(work)
                : Uni.createFrom().emitter(emitter -> admit(cost, work, emitter));
    }

    /** How long work would wait before it begins. */
    Duration waiting() {
        return Duration.ofNanos((long) (waitingCost.get() * nanosOfAMultiplication / threads));
    }

    private <T> void admit(long cost, Supplier<T> work, UniEmitter<? super T> emitter) {
        Duration wait = waiting();
        if (wait.compareTo(MAX_WAIT) > 0) {
            emitter.fail(new OverloadedException(
                    Duration.ofSeconds(1 + wait.minus(MAX_WAIT).toSeconds())));
            return;
        }
        AtomicBoolean isOver = new AtomicBoolean();
        emitter.onTermination(() -> isOver.set(true));
        waitingCost.addAndGet(cost);
        executor.execute(() -> begin(cost, work, emitter, isOver));
    }

    private <T> void begin(long cost, Supplier<T> work, UniEmitter<? super T> emitter, AtomicBoolean isOver) {
        try {
            if (!isOver.get()) {
                long start = System.nanoTime();
                T result = work.get();
                learn(cost, System.nanoTime() - start);
                emitter.complete(result);
            }
        } catch (Throwable e) { // an Error too must reach whoever waits
            emitter.fail(e);
        } finally {
            waitingCost.addAndGet(-cost);
        }
    }

    private void learn(long cost, long nanos) {
        nanosOfAMultiplication = (1 - LAST_WORK) * nanosOfAMultiplication + LAST_WORK * nanos / cost;
    }
}
