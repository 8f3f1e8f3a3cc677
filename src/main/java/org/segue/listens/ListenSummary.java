package org.segue.listens;

/**
 * A user's listens in three numbers.
 *
 * @param listens how many there are
 * @param first start of the first, epoch seconds; 0 if there is none
 * @param last start of the last, epoch seconds; 0 if there is none
 */
public record ListenSummary(int listens, long first, long last) {}
