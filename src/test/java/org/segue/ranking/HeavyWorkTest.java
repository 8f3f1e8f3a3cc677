package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeavyWorkTest {

    private static final long HEAVY = HeavyWork.MAX_OF_AN_EVENT_LOOP + 1;

    /** More than may wait, at the cost of a multiplication that is assumed at first. */
    private static final long TOO_MUCH = 4 * 30_100_000_000L;

    private final HeavyWork work = new HeavyWork(2);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void end() {
        mayEnd.countDown();
        work.end();
    }

    @Test
    void run_littleWork_isDoneWhereItIsAskedFor() {
        assertThat(work.run(HeavyWork.MAX_OF_AN_EVENT_LOOP, Thread::currentThread)
                        .await()
                        .indefinitely())
                .isSameAs(Thread.currentThread());
        assertThat(work.run(HEAVY, () -> Thread.currentThread().getName())
                        .await()
                        .indefinitely())
                .startsWith("segue-heavy-");
    }

    @Test
    void run_muchAtOnce_isDoneOnSoManyThreads() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Supplier<Integer> counted = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000_000);
            return running.decrementAndGet();
        };

        List<Uni<Integer>> all =
                IntStream.range(0, 50).mapToObj(i -> work.run(HEAVY, counted)).toList();
        assertThat(Uni.join().all(all).andFailFast().await().indefinitely()).hasSize(50);
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void run_whatWouldWaitTooLong_isRefusedAndSaysWhenToComeAgain() {
        Cancellable first = work.run(TOO_MUCH, this::waitForTheEnd).subscribe().with(done -> {});

        assertThat(work.waiting()).isGreaterThan(HeavyWork.MAX_WAIT);
        assertThatThrownBy(() -> work.run(HEAVY, () -> 1).await().indefinitely())
                .isInstanceOf(OverloadedException.class)
                .hasMessage("Segue has too much to compute at the moment. Try again in 1 seconds.")
                .extracting(e -> ((OverloadedException) e).retryAfter())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(work.run(1, () -> "little").await().indefinitely()).isEqualTo("little");

        first.cancel();
        mayEnd.countDown();
        await().untilAsserted(() -> assertThat(work.waiting()).isZero());
        assertThat(work.run(HEAVY, () -> "taken").await().indefinitely()).isEqualTo("taken");
    }

    @Test
    void run_nobodyWaitsAnyMore_isNotBegun() {
        Uni<Object> blocking = work.run(HEAVY, this::waitForTheEnd);
        blocking.subscribe().with(done -> {});
        blocking.subscribe().with(done -> {});
        AtomicInteger begun = new AtomicInteger();

        work.run(HEAVY, begun::incrementAndGet).subscribe().with(done -> {}).cancel();
        mayEnd.countDown();

        assertThat(work.run(HEAVY, () -> "later").await().indefinitely()).isEqualTo("later");
        await().untilAsserted(() -> assertThat(work.waiting()).isZero());
        assertThat(begun).hasValue(0);
    }

    @Test
    void run_workThatFails_evenByAnError_isToldAndTheNextIsDone() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> work.run(HEAVY, () -> {
                                throw new StackOverflowError("deep");
                            })
                            .await()
                            .indefinitely())
                    .hasRootCauseInstanceOf(StackOverflowError.class);
        }
        assertThat(work.run(HEAVY, () -> "next").await().indefinitely()).isEqualTo("next");
        await().untilAsserted(() -> assertThat(work.waiting()).isZero());
    }

    private Object waitForTheEnd() {
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "ended";
    }
}
