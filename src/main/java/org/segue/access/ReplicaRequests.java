package org.segue.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import org.segue.storage.StorageConfig;

/** What a replica answers: it has songs and no listeners, and keeps nothing. Everything else is refused with a sentence. */
@Singleton
class ReplicaRequests {

    /** Why a replica refuses. */
    static final String REFUSAL =
            "This is a replica: it answers from a song model alone. It has recommendations for a history or seeds, similar songs and"
                    + " artists, paths, the map, search, health and metrics.";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final Pattern READ = Pattern.compile(
            "/api/songs|/api/artists|/api/songs/[^/]+/similar|/api/artists/[^/]+/similar|/api/songs/[^/]+/path/[^/]+|/api/map"
                    + "|/q/health(/.*)?|/q/metrics(/.*)?");

    private static final String RECOMMEND = "/recommend";

    /** After the path has its one form, before anything else is looked at. */
    private static final int EARLY = 1090;

    private final StorageConfig config;

    ReplicaRequests(StorageConfig config) {
        this.config = config;
    }

    void install(@Observes Filters filters) {
        if (config.replica().enabled()) {
            filters.register(ReplicaRequests::check, EARLY);
        }
    }

    private static void check(RoutingContext context) {
        if (isAnswered(context.request().method(), context.normalizedPath())) {
            context.next();
        } else {
            Refusal.send(context, 409, "Conflict", REFUSAL);
        }
    }

    /** Whether a replica answers a request, whatever it asks for there. */
    static boolean isAnswered(HttpMethod method, String path) {
        boolean isRecommending =
                path.equals(RECOMMEND) && (method.equals(HttpMethod.POST) || method.equals(HttpMethod.OPTIONS));
        return isRecommending || (READING.contains(method) && READ.matcher(path).matches());
    }
}
