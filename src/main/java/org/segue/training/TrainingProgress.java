package org.segue.training;

/**
 * Where a training is after an epoch.
 *
 * @param epoch epochs done, from 1
 * @param epochs epochs in all
 * @param loss the objective per interaction, in this epoch
 * @param seconds since the training started, the engine's start included
 */
public record TrainingProgress(int epoch, int epochs, double loss, double seconds) {}
