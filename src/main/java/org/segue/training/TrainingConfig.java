package org.segue.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.hibernate.validator.constraints.time.DurationMin;

/** Where and how trainings run. */
@ConfigMapping(prefix = "segue.training")
public interface TrainingConfig {

    /** A process of its own, or this one: see {@link Place}. */
    @WithDefault("process")
    Place worker();

    /** How many threads compute; all processors unless said. */
    @Min(1)
    OptionalInt threads();

    /** A search of hyperparameters ends early rather than take longer; its budget counts work, so that it seldom has to. */
    @WithDefault("1h")
    @DurationMin(seconds = 1)
    Duration searchLimit();

    /** A worker that reports nothing for so long is taken to hang, and is ended. */
    @WithDefault("30m")
    @DurationMin(seconds = 1)
    Duration patience();

    /** When to train by itself, if interactions have changed since. */
    @WithDefault("nightly")
    RetrainingSchedule retrain();

    /**
     * Also train by itself, an hour after the last training at the earliest, when so many interactions have come or gone;
     * unless said, their number does not matter.
     */
    @Min(1)
    OptionalInt retrainAfter();

    /** Where the engine's libraries are unpacked, some 430 MB. */
    Path engineDir();

    /** Where a training runs. */
    enum Place {
        /** In a process of its own: its memory goes back to the system, and its crash is its own. */
        PROCESS,
        /** In this process, for tests and development. */
        IN_PROCESS
    }
}
