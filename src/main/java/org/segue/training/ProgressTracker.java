package org.segue.training;

/**
 * Tells a search and several fits, one after the other, as one training. Fits of other hyperparameters than those that were
 * asked for move its progress, but not the epoch that it shows. For one thread.
 */
final class ProgressTracker {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ProgressListener listener;
    private final double searchPart;
    private final double searchLimitSeconds;
    private int epochsInAll;
    private final long startedAtNanos = System.nanoTime();
    private double searched;
    private int epochsBefore;

    /**
     * A sequence.
     *
     * @param listener hears of the whole
     * @param searchPart the part of the whole that a search takes, 0 without one
     * @param searchLimitSeconds how long the search may go on, from now
     * @param epochsInAll epochs of all fits together, as far as they are known, those of the search left out
     */
    ProgressTracker(ProgressListener listener, double searchPart, double searchLimitSeconds, int epochsInAll) {
        this.listener = listener;
        this.searchPart = searchPart;
        this.searchLimitSeconds = searchLimitSeconds;
        this.epochsInAll = epochsInAll;
    }

    /**
     * Listener of the next fit of a search.
     *
     * @param share the part of the search that it takes
     */
    ProgressListener nextTrial(double share) {
        double before = searched;
        return progress -> {
            searched = Math.min(1, before + share * progress.epoch() / progress.epochs());
            tell(Stage.SEARCHING, progress.epoch(), progress.epochs(), progress.loss());
        };
    }

    /**
     * The search has found what it wanted, perhaps before its budget was spent.
     *
     * @param epochs epochs of the fits to come
     */
    void searchDone(int epochs) {
        searched = 1;
        epochsInAll = epochs;
    }

    /** Listener of the next fit of the hyperparameters that were asked for. */
    ProgressListener next(Stage stage) {
        int before = epochsBefore;
        return progress -> {
            epochsBefore = before + progress.epoch();
            tell(stage, progress.epoch(), progress.epochs(), progress.loss());
        };
    }

    /**
     * Listener of a fit of the incumbent hyperparameters.
     *
     * @param shownEpochs epochs of those that were asked for, all of which are done
     */
    ProgressListener nextOfIncumbent(int shownEpochs) {
        int before = epochsBefore;
        return progress -> {
            epochsBefore = before + progress.epoch();
            tell(Stage.EVALUATING, shownEpochs, shownEpochs, progress.loss());
        };
    }

    /** A fit that was counted is not needed. */
    void skip(int epochs) {
        epochsBefore += epochs;
    }

    private void tell(Stage stage, int epoch, int epochs, double loss) {
        double seconds = (System.nanoTime() - startedAtNanos) / NANOS_PER_SECOND;
        // A search ends when its budget is spent, or its time.
        double search = Math.min(1, Math.max(searched, seconds / searchLimitSeconds));
        double fitted = Math.min(1, (double) epochsBefore / epochsInAll);
        double done = searchPart * search + (1 - searchPart) * fitted;
        listener.epochDone(new TrainingProgress(stage, epoch, epochs, loss, seconds, done));
    }
}
