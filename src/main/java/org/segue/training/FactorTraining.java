package org.segue.training;

import org.segue.interactions.InteractionMatrix;
import org.segue.model.Hyperparameters;

/** Fits embeddings to interactions. One training at a time in a process. */
public interface FactorTraining {

    /**
     * Trains.
     *
     * @param interactions users × songs, at least one cell
     * @param hyperparameters what to fit, and how
     * @param threads how many threads may compute, positive; the same data, hyperparameters and machine give the same bits
     *     with any number
     * @param listener told after each epoch
     * @throws IllegalArgumentException if there are no interactions, or too many rows for the dimension
     * @throws TrainingDivergedException if the loss is no longer a number
     */
    TrainedModel train(
            InteractionMatrix interactions, Hyperparameters hyperparameters, int threads, ProgressListener listener);
}
