package org.segue.training;

/** A training was asked for while another one runs: there is one at a time. */
public final class TrainingUnderWayException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Training running;

    TrainingUnderWayException(Training running) {
        super("Training %d is running; there is one at a time.".formatted(running.id()));
        this.running = running;
    }

    /** The one that runs. */
    public Training running() {
        return running;
    }
}
