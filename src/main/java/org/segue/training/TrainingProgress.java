package org.segue.training;

/**
 * Where a training is after an epoch. A training that is evaluated fits more than once.
 *
 * @param stage what it is at
 * @param epoch epochs done of this fit, from 1
 * @param epochs epochs of this fit in all
 * @param loss the objective per interaction, in this epoch
 * @param seconds since the training started, the engine's start included
 * @param done the part of all fits' epochs that is done, above 0 and at most 1
 */
public record TrainingProgress(Stage stage, int epoch, int epochs, double loss, double seconds, double done) {

    /** Progress of the only fit there is. */
    public TrainingProgress(int epoch, int epochs, double loss, double seconds) {
        this(Stage.FITTING, epoch, epochs, loss, seconds, (double) epoch / epochs);
    }
}
