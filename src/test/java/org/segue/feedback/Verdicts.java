package org.segue.feedback;

import org.segue.storage.Database;

/** Verdicts in a database of a test. */
public final class Verdicts {

    private Verdicts() {}

    /** Their repository. */
    public static FeedbackRepository of(Database database) {
        return new FeedbackRepository(database);
    }

    /** What people say of a database's songs, told to nobody. */
    public static FeedbackService service(Database database) {
        return new FeedbackService(of(database), new org.segue.testsupport.FiredEvents<>(event -> {}));
    }
}
