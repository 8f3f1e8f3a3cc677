package org.segue.training;

import org.segue.text.Sentence;

/** A training was asked for while another one runs: there is one at a time. */
public final class TrainingUnderWayException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Training running;

    TrainingUnderWayException(Training running) {
        super(TrainingPhrase.UNDER_WAY.with(running.id()).text());
        this.running = running;
    }

    /** What people are told. */
    public Sentence sentence() {
        return TrainingPhrase.UNDER_WAY.with(running.id());
    }

    /** The one that runs. */
    public Training running() {
        return running;
    }
}
