package org.segue.feedback;

import org.segue.storage.Database;

/** Verdicts in a database of a test. */
public final class Verdicts {

    private Verdicts() {}

    /** Their repository. */
    public static FeedbackRepository of(Database database) {
        return new FeedbackRepository(database);
    }
}
