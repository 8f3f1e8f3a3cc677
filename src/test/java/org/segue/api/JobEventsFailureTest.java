package org.segue.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segue.jobs.Job;
import org.segue.jobs.JobState;
import org.segue.jobs.JobStatus;

/** A stream of a job's events ends when the job cannot be looked at, whatever the look throws: nobody waits for ever. */
class JobEventsFailureTest {

    /** A job that is at work for ever. */
    record Endless(JobState state) implements Job<Endless> {
        @Override
        public Endless with(JobState other) {
            return new Endless(other);
        }
    }

    static Throwable[] whateverComes() {
        return new Throwable[] {
            new OutOfMemoryError("none left"), new StackOverflowError(), new IllegalStateException("no")
        };
    }

    @ParameterizedTest
    @MethodSource("whateverComes")
    void look_throws_theStreamEnds(Throwable thrown) {
        AtomicInteger looks = new AtomicInteger();
        Endless job = new Endless(new JobState(1, JobStatus.RUNNING, Instant.now(), null, null, 0, null));
        Sse sse = (Sse) Proxy.newProxyInstance(
                Sse.class.getClassLoader(), new Class<?>[] {Sse.class}, (proxy, method, arguments) -> null);
        Multi<OutboundSseEvent> events = JobEvents.of(
                () -> {
                    if (looks.incrementAndGet() > 1) {
                        throw sneaky(thrown);
                    }
                    return Optional.of(job);
                },
                "missing",
                sse);

        assertThatThrownBy(() -> events.collect().asList().await().atMost(Duration.ofSeconds(60)))
                .satisfies(ended -> assertThat(ended == thrown || ended.getCause() == thrown)
                        .isTrue());
        assertThat(looks).hasValue(2);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
