package org.segue.backgrounds;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.segue.training.Training;
import org.segue.training.TrainingRequest;
import org.segue.training.TrainingService;
import org.segue.training.TrainingUnderWayException;

/** Trains on what is here now, in place of a training that has read what was here before. Its methods block. */
@Singleton
class Relearning {

    /** A training that is cancelled ends in a second or two. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long BETWEEN_LOOKS_MS = 50;

    private final TrainingService trainings;

    Relearning(TrainingService trainings) {
        this.trainings = trainings;
    }

    /** Trains; answers with the training, null if it could not begin. */
    @Nullable
    Training train() {
        trainings.running().ifPresent(running -> trainings.cancel(running.id()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                return trainings.start(TrainingRequest.byDefault().spec());
            } catch (TrainingUnderWayException e) {
                if (!waited()) {
                    return null;
                }
            }
        }
        return null;
    }

    private static boolean waited() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
