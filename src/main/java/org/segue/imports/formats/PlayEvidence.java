package org.segue.imports.formats;

/**
 * What decides whether a play was a listen where one row of a file cannot tell, and how earlier versions of Segue read the row.
 *
 * @param brokenOffAfterMs the listener went on to another song after so many milliseconds: a skip if this is below half of the
 *     song's length, a listen if the length is unknown; 0 if the row tells it by itself
 * @param formerlyAt the start that earlier versions reckoned, epoch seconds
 * @param formerlySkipped whether they took it for a skip
 */
public record PlayEvidence(int brokenOffAfterMs, long formerlyAt, boolean formerlySkipped) {}
