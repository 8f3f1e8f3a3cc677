package org.segue.spark;

/** A training that has come to no numbers any more. */
final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param cause in words, as the end of a sentence */
    TrainingDivergedException(String cause) {
        super("The training diverged: " + cause + ". Try a greater --regularization.");
    }
}
