package org.segue.training;

/**
 * Tells several fits, one after the other, as one training. Fits of other recipes than the one that was asked for move its
 * progress, but not the epoch that it shows. For one thread.
 */
final class FitSequence {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ProgressListener listener;
    private final int epochsInAll;
    private final long startedAtNanos = System.nanoTime();
    private int epochsBefore;

    /**
     * A sequence.
     *
     * @param listener hears of the whole
     * @param epochsInAll epochs of all fits together
     */
    FitSequence(ProgressListener listener, int epochsInAll) {
        this.listener = listener;
        this.epochsInAll = epochsInAll;
    }

    /** Listener of the next fit of the recipe that was asked for. */
    ProgressListener next(Stage stage) {
        int before = epochsBefore;
        return progress -> {
            epochsBefore = before + progress.epoch();
            tell(stage, progress.epoch(), progress.epochs(), progress.loss());
        };
    }

    /**
     * Listener of the next fit of another recipe.
     *
     * @param shownEpochs epochs of the recipe that was asked for, all of which are done
     */
    ProgressListener nextOfOther(int shownEpochs) {
        int before = epochsBefore;
        return progress -> {
            epochsBefore = before + progress.epoch();
            tell(Stage.EVALUATING, shownEpochs, shownEpochs, progress.loss());
        };
    }

    private void tell(Stage stage, int epoch, int epochs, double loss) {
        double seconds = (System.nanoTime() - startedAtNanos) / NANOS_PER_SECOND;
        double done = Math.min(1, (double) epochsBefore / epochsInAll);
        listener.epochDone(new TrainingProgress(stage, epoch, epochs, loss, seconds, done));
    }
}
