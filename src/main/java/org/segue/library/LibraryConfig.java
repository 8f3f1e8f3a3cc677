package org.segue.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When libraries are read. */
@ConfigMapping(prefix = "segue.library")
public interface LibraryConfig {

    /** Whether libraries that were synced before are synced by themselves. */
    @WithDefault("nightly")
    Sync sync();

    /** When libraries are synced by themselves. */
    enum Sync {
        /** Never. */
        OFF,
        /** Once a day, at two by the clock of the machine, or when Segue runs again. */
        NIGHTLY
    }
}
