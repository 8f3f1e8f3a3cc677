package org.segue.storage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the storage does its work, for {@code /q/health/ready} and the metrics: it is down when nobody writes although
 * something waits, or when the database is damaged. A disk that is full or read-only is told, and is not down: reading goes on.
 * Never blocks, and so answers when all threads are busy.
 */
@Readiness
@Singleton
public class StorageHealth implements AsyncHealthCheck {

    private final Database database;

    StorageHealth(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("segue.storage.writes.refused", () -> isRefused() ? 1 : 0)
                .description("1 while the disk is full or read-only")
                .register(metrics);
        Gauge.builder("segue.storage.writes.waiting", () -> database.writer().waiting())
                .description("Writes that wait for their turn")
                .register(metrics);
        Gauge.builder("segue.storage.damaged", () -> database.state().damage() == null ? 0 : 1)
                .description("1 if the database is damaged")
                .register(metrics);
    }

    private boolean isRefused() {
        return database.state().writes() == Writes.REFUSED;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(this::response);
    }

    private HealthCheckResponse response() {
        WriterState writer = database.writer();
        String damage = database.state().damage();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("storage")
                .status(writer.isWorking() && damage == null)
                .withData("writes", database.state().writes().word())
                .withData("writer", writer.alive() ? writer.isWorking() ? "working" : "stalled" : "dead")
                .withData("waiting", writer.waiting());
        return (damage == null ? response : response.withData("damage", damage)).build();
    }
}
