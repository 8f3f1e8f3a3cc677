package org.segue.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Counts the requests that were refused, and logs of each status one a second at most: whoever sends nonsense fills no disk. A
 * query is not logged, it may hold a token. Safe for any thread.
 */
@Singleton
class RefusalLog {

    private static final Logger LOG = Logger.getLogger(RefusalLog.class);
    private static final String WATCHED = RefusalLog.class.getName();
    private static final int BEFORE_ALL_OTHERS = 1300;
    private static final int FIRST_OF_REFUSALS = 400;
    private static final int MAX_PATH_LENGTH = 200;

    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final Map<Integer, Unlogged> unlogged = new ConcurrentHashMap<>();

    /** How many refusals have not been logged since the second in which one was. */
    private record Unlogged(long second, int count, boolean isLogged) {

        static Unlogged first(long now) {
            return new Unlogged(now, 0, true);
        }

        Unlogged next(long now) {
            return now == second ? new Unlogged(second, count + 1, false) : new Unlogged(now, count, true);
        }
    }

    @Inject
    RefusalLog(MeterRegistry metrics) {
        this(metrics, InstantSource.system());
    }

    RefusalLog(MeterRegistry metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    void install(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_ALL_OTHERS);
    }

    private void watch(RoutingContext context) {
        // A request whose path is brought into another form comes by again.
        if (context.get(WATCHED) == null) {
            context.put(WATCHED, true);
            HttpServerRequest request = context.request();
            context.addEndHandler(ended -> answered(
                    context.response().getStatusCode(), request.method().name(), request.path()));
        }
        context.next();
    }

    /** Takes note of an answer; answers whether a line of the log was written. */
    boolean answered(int status, String method, String path) {
        if (status < FIRST_OF_REFUSALS) {
            return false;
        }
        metrics.counter("segue.requests.refused", "status", Integer.toString(status))
                .increment();
        long now = clock.instant().getEpochSecond();
        int[] others = {-1};
        unlogged.compute(status, (key, before) -> {
            Unlogged next = before == null ? Unlogged.first(now) : before.next(now);
            if (next.isLogged()) {
                others[0] = next.count();
                return Unlogged.first(now);
            }
            return next;
        });
        if (others[0] < 0) {
            return false;
        }
        log(status, method, path, others[0]);
        return true;
    }

    private static void log(int status, String method, String path, int others) {
        String shortened = path.length() > MAX_PATH_LENGTH ? path.substring(0, MAX_PATH_LENGTH) + "…" : path;
        if (others == 0) {
            LOG.infof("Answered with %d: %s %s", status, method, shortened);
        } else {
            LOG.infof("Answered with %d: %s %s, and %d others before it", status, method, shortened, others);
        }
    }
}
