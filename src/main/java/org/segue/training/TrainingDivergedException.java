package org.segue.training;

/** The loss ran away, perhaps beyond all numbers: the learning rate is too large, or the values are. */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says where.
     *
     * @param epoch the epoch in which it happened, from 1
     * @param loss what the loss was
     */
    public TrainingDivergedException(int epoch, double loss) {
        super("The loss ran away: it was %s in epoch %d. A smaller learning rate, or smaller values, may help."
                .formatted(loss, epoch));
    }
}
