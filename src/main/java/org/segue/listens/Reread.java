package org.segue.listens;

/**
 * A row of a file that a former import may have read otherwise.
 *
 * @param listen what it says
 * @param formerlyAt the start that former versions of Segue reckoned, epoch seconds
 * @param formerlySkipped whether they took it for a skip
 */
public record Reread(Listen listen, long formerlyAt, boolean formerlySkipped) {}
