package org.segue.training.djl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.model.ModelManifest.Fit;
import org.segue.training.ProgressListener;
import org.segue.training.TrainingDivergedException;
import org.segue.training.TrainingProgress;

/** Collects the loss of each epoch, passes it on, and stops a training that runs away. */
final class EpochLog {

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * A loss that has grown by so much since the first epoch does not come back; below what embeddings of zeros have, 1 an interaction, it
     * may rise and fall: in a table of a few rows the first steps are long.
     */
    private static final double RUNAWAY = 10;

    private final long startedAtNanos = System.nanoTime();
    private final List<Double> losses = new ArrayList<>();
    private final int epochs;
    private final ProgressListener listener;

    EpochLog(int epochs, ProgressListener listener) {
        this.epochs = epochs;
        this.listener = listener;
    }

    /**
     * Notes an epoch.
     *
     * @throws TrainingDivergedException if the loss is no longer a number, or far above that of the first epoch
     */
    void epochDone(int epoch, double loss) {
        if (!Double.isFinite(loss) || (!losses.isEmpty() && loss > RUNAWAY * Math.max(1, losses.get(0)))) {
            throw new TrainingDivergedException(epoch);
        }
        losses.add(loss);
        listener.epochDone(new TrainingProgress(epoch, epochs, loss, seconds()));
    }

    /**
     * How the fit went.
     *
     * @param error what the test part says of it, null if nothing was held out
     */
    Fit fit(ExplicitTraining.@Nullable TestError error) {
        return error == null
                ? new Fit(losses, seconds())
                : new Fit(losses, seconds(), error.model(), error.mean(), List.of());
    }

    private double seconds() {
        return (System.nanoTime() - startedAtNanos) / NANOS_PER_SECOND;
    }
}
