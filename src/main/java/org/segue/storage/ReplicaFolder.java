package org.segue.storage;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.logging.Logger;

/**
 * Where a replica has the songs of its song model: a folder of its own among the temporary files, which goes with the process. The data folder
 * is not touched, whatever it is set to.
 */
public final class ReplicaFolder implements ConfigSourceFactory {

    private static final Logger LOG = Logger.getLogger(ReplicaFolder.class);

    private static final String PREFIX = "segue-replica-";

    /** Above properties of the system and variables of the environment. */
    private static final int ORDINAL = 1000;

    /** For the service loader. */
    public ReplicaFolder() {}

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue enabled = context.getValue("segue.replica.enabled");
        return enabled == null || !Boolean.parseBoolean(enabled.getValue())
                ? List.of()
                : List.of(new PropertiesConfigSource(settings(), "replica", ORDINAL));
    }

    // What is gone with the process need not be on disk when it is acknowledged.
    private static Map<String, String> settings() {
        Path folder = ofProcess();
        Map<String, String> settings = new HashMap<>();
        settings.put("segue.data-dir", folder.toString());
        settings.put("segue.training.engine-dir", folder.resolve("engine").toString());
        settings.put("segue.demo", "false");
        settings.put("segue.storage.check", "never");
        settings.put("segue.access.claim", "off");
        settings.put("segue.training.retrain", "off");
        settings.put("segue.library.sync", "off");
        settings.put(
                "quarkus.datasource.jdbc.url",
                "${segue.storage.url}&synchronous=OFF&cache_size=-65536&transaction_mode=IMMEDIATE");
        return settings;
    }

    // The same whenever it is asked for: the start reads the settings several times.
    private static Path ofProcess() {
        ProcessHandle process = ProcessHandle.current();
        long started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return temporary().resolve("%s%d-%d".formatted(PREFIX, process.pid(), started));
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Deletes what replicas that were killed have left. */
    public static void sweep() {
        Guarded.run("What former replicas have left stays among the temporary files", ReplicaFolder::deleteUnused);
    }

    // To look at the own lock would let it go.
    private static void deleteUnused() throws IOException {
        Path own = ofProcess();
        try (Stream<Path> inside = Files.list(temporary())) {
            for (Path folder : inside.filter(
                            path -> path.getFileName().toString().startsWith(PREFIX) && !path.equals(own))
                    .toList()) {
                if (DataFolder.isUnused(folder)) {
                    LOG.infof("%s is of a replica that was killed, and is deleted", folder);
                    DataFolder.delete(folder);
                }
            }
        }
    }
}
