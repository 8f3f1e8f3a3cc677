package org.segue.cli;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Warns of variables of the environment that look like settings and are none. A misspelt property ends the start by itself;
 * a misspelt variable would go unnoticed, because the environment is full of names that are nobody's.
 */
@Singleton
class UnknownVariables {

    private static final Logger LOG = Logger.getLogger(UnknownVariables.class);

    private static final String PREFIX = "SEGUE_";

    /** Every setting of Segue's own. */
    static final Set<String> SETTINGS = Set.of(
            "segue.data-dir",
            "segue.demo",
            "segue.storage.url",
            "segue.storage.write-queue",
            "segue.model.keep",
            "segue.playlists.zone",
            "segue.training.worker",
            "segue.training.threads",
            "segue.training.search-limit",
            "segue.training.patience",
            "segue.training.retrain",
            "segue.training.retrain-after",
            "segue.training.engine-dir",
            "segue.access.admin-token",
            "segue.access.required",
            "segue.access.hosts",
            "segue.access.session",
            "segue.access.failures-per-minute",
            "segue.access.requests-per-address",
            "segue.access.proxy.addresses",
            "segue.access.proxy.user-header",
            "segue.access.proxy.administrators");

    /** Of the image's start script, and of a worker's parent. */
    private static final Set<String> OTHERS =
            Set.of("SEGUE_JAVA_OPTS", "SEGUE_NATIVE_OPTS", "SEGUE_WORKER_WATCHES_STDIN");

    void start(@Observes StartupEvent event) {
        List<String> unknown = among(System.getenv().keySet());
        if (!unknown.isEmpty()) {
            LOG.warnf(
                    "These variables are no settings of Segue's, and do nothing: %s. There are: %s",
                    String.join(", ", unknown), String.join(", ", new TreeSet<>(known())));
        }
    }

    /** Those that begin as settings do but are none, in order. */
    static List<String> among(Set<String> variables) {
        Set<String> known = known();
        return variables.stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .sorted()
                .toList();
    }

    private static Set<String> known() {
        return Stream.concat(SETTINGS.stream().map(UnknownVariables::variable), OTHERS.stream())
                .collect(Collectors.toSet());
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
