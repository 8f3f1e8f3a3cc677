package org.segue.training;

/**
 * The loss of one epoch.
 *
 * @param epoch from 1
 * @param loss the objective per interaction
 */
public record EpochLoss(int epoch, double loss) {}
