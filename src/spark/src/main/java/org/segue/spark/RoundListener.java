package org.segue.spark;

/** Is told of each round. */
@FunctionalInterface
interface RoundListener {

    /**
     * A round is done.
     *
     * @param state after it, to be looked at until this returns
     */
    void roundDone(RoundReport report, RoundState state);
}
