package org.segue.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.segue.jobs.Job;

/** A job as it goes on, as server-sent events: {@code progress} when something has changed, {@code done} at the end. */
final class JobEvents {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private JobEvents() {}

    /**
     * Events until a job has ended.
     *
     * @param look reads the job, on a worker thread; empty if there is none
     * @param missing what to say then
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is no such job now
     */
    static <J extends Job<J>> Multi<OutboundSseEvent> of(Supplier<Optional<J>> look, String missing, Sse sse) {
        find(look, missing);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> find(look, missing))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(BETWEEN_LOOKS)
                .whilst(job -> !job.status().isFinal())
                .skip()
                .repetitions()
                .map(job -> event(job, sse));
    }

    private static <J extends Job<J>> J find(Supplier<Optional<J>> look, String missing) {
        return look.get().orElseThrow(() -> Problems.notFound(missing));
    }

    private static OutboundSseEvent event(Job<?> job, Sse sse) {
        return sse.newEventBuilder()
                .name(job.status().isFinal() ? "done" : "progress")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(job)
                .build();
    }
}
