package org.segue.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** When libraries are read. */
@ConfigMapping(prefix = "segue.library")
public interface LibraryConfig {

    /** Whether libraries are synced every night. */
    @WithDefault("true")
    boolean nightly();

    /** When, by the clock of the machine. */
    @WithDefault("03:40")
    LocalTime at();
}
