package org.segue.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;

/** Where data lives, how it is written, and whether there is any at the first start. */
@ConfigMapping(prefix = "segue")
public interface StorageConfig {

    /** Folder of everything that must not be lost; made if it does not exist. */
    @WithName("data-dir")
    Path dataDir();

    /** Whether an empty database gets the demo data. */
    @WithDefault("true")
    boolean demo();

    /** How writing is queued. */
    Storage storage();

    /** A service that keeps nothing. */
    Replica replica();

    /** Settings under {@code segue.replica}. */
    interface Replica {

        /** Whether this service answers from a song model alone, and writes nothing into a data folder. */
        @WithDefault("false")
        boolean enabled();

        /** The song model that it answers from. */
        Optional<Path> model();
    }

    /** When the pages of the database are looked through, before anybody uses it. */
    enum Check {
        /** When the last stop was none, but a crash, a kill or a power cut. */
        AFTER_CRASH,
        /** At each start, and each index is compared with its table: that takes several times as long. */
        ALWAYS,
        /** At no start. */
        NEVER
    }

    /** Settings under {@code segue.storage}. */
    interface Storage {

        /** Where the database is, as JDBC says it; follows {@code segue.data-dir}. */
        String url();

        /** Writes that may wait for the disk before further ones are refused, 1 to 1,000,000. */
        @WithDefault("10000")
        @Min(1)
        @Max(1_000_000)
        int writeQueue();

        /** When the pages of the database are looked through at a start. */
        @WithDefault("after-crash")
        Check check();

        /** Who may read what Segue makes in the data folder. */
        @WithDefault("private")
        Permissions permissions();
    }
}
