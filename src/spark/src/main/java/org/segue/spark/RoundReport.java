package org.segue.spark;

import java.time.Duration;

/**
 * How a round went.
 *
 * @param round which, from 1
 * @param loss before its step, per unit of weight of what was heard
 * @param pace of its step
 * @param rows Spark's work for users
 * @param whole the whole round
 */
record RoundReport(int round, double loss, Pace pace, Duration rows, Duration whole) {}
