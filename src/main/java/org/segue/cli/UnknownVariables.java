package org.segue.cli;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMappings.ConfigClass;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.segue.access.AccessConfig;
import org.segue.backgrounds.BackgroundConfig;
import org.segue.library.LibraryConfig;
import org.segue.model.ModelConfig;
import org.segue.playlists.PlaylistConfig;
import org.segue.storage.StorageConfig;
import org.segue.training.TrainingConfig;

/**
 * Warns of environment variables that look like settings but are none. A misspelled property stops the start; a misspelled
 * variable would go unnoticed, because the environment holds many names of other programs.
 */
@Singleton
class UnknownVariables {

    private static final Logger LOG = Logger.getLogger(UnknownVariables.class);

    private static final String PREFIX = "SEGUE_";

    /** The rooms' settings. */
    private static final List<Class<?>> MAPPINGS = List.of(
            StorageConfig.class,
            BackgroundConfig.class,
            LibraryConfig.class,
            ModelConfig.class,
            PlaylistConfig.class,
            TrainingConfig.class,
            AccessConfig.class);

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

    /** Every setting of Segue's own, by its property name. */
    static Set<String> settings() {
        return MAPPINGS.stream()
                .flatMap(mapping -> ConfigClass.configClass(mapping).getProperties().keySet().stream())
                .filter(name -> !name.endsWith("[*]"))
                .collect(Collectors.toSet());
    }

    private static Set<String> known() {
        return Stream.concat(settings().stream().map(UnknownVariables::variable), OTHERS.stream())
                .collect(Collectors.toSet());
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
