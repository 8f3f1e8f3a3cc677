package org.segue.backgrounds;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.segue.backgrounds.BackgroundConfig.Refresh;
import org.segue.storage.Guarded;

/**
 * Fetches a background of ListenBrainz anew, as it was asked for, once it is a week old, if that is switched on. One that failed is
 * tried again after a day. Looks once an hour.
 */
@Singleton
class BackgroundRefresh {

    private static final Logger LOG = Logger.getLogger(BackgroundRefresh.class);
    private static final Duration AGE = Duration.ofDays(7);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofDays(1);

    private final BackgroundConfig config;
    private final BackgroundRepository backgrounds;
    private final BackgroundService service;

    BackgroundRefresh(BackgroundConfig config, BackgroundRepository backgrounds, BackgroundService service) {
        this.config = config;
        this.backgrounds = backgrounds;
        this.service = service;
    }

    // Waits for a look that is at work: the database closes next.
    @PreDestroy
    synchronized void stop() {}

    @Scheduled(identity = "background", every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        Guarded.run("The background could not be fetched anew", () -> look(config.refresh(), Clock.systemUTC()));
    }

    /** Fetches if it is time to; tells whether it does. */
    synchronized boolean look(Refresh how, Clock clock) {
        if (how != Refresh.WEEKLY || !service.underWay().isEmpty()) {
            return false;
        }
        Background inForce = backgrounds.inForce(BackgroundKind.LISTENBRAINZ).stream()
                .findFirst()
                .orElse(null);
        Instant lastAttempt = backgrounds
                .last(BackgroundKind.LISTENBRAINZ)
                .map(Background::createdAt)
                .orElse(Instant.EPOCH);
        if (inForce == null
                || inForce.createdAt().isAfter(clock.instant().minus(AGE))
                || lastAttempt.isAfter(clock.instant().minus(BETWEEN_ATTEMPTS))) {
            return false;
        }
        LOG.infof("Background %d is a week old: it is fetched anew", inForce.id());
        service.fetch(inForce.request());
        return true;
    }
}
