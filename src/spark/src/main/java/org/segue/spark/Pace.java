package org.segue.spark;

/**
 * How far the steps of a round go. A loss that grew makes the next steps shorter, κ × {@value #BACK_OFF}, and takes their momentum for two rounds; while it falls, κ goes back
 * to where it began.
 *
 * @param kappa κ of the steps
 * @param calm how many rounds the loss has fallen in a row
 * @param loss of the round before
 */
record Pace(double kappa, int calm, double loss) {

    private static final double BACK_OFF = 1.5;
    private static final double DECAY = 0.9;

    /** The first steps take songs from noise to their size: from those comes no momentum. */
    private static final int ROUNDS_WITHOUT_MOMENTUM = 2;

    /** Before the first round. */
    static Pace first(double kappa) {
        return new Pace(kappa, 0, Double.POSITIVE_INFINITY);
    }

    /**
     * After the loss of a round is known.
     *
     * @param newLoss before the round's step
     * @param first κ where all began
     */
    Pace next(double newLoss, double first) {
        if (newLoss > loss) {
            return new Pace(kappa * BACK_OFF, 1, newLoss);
        }
        boolean isCalm = calm >= ROUNDS_WITHOUT_MOMENTUM;
        return new Pace(isCalm ? Math.max(first, kappa * DECAY) : kappa, calm + 1, newLoss);
    }

    /** The momentum of the steps, none where there is no calm yet. */
    double momentum(double usual) {
        return calm <= ROUNDS_WITHOUT_MOMENTUM ? 0 : usual;
    }
}
