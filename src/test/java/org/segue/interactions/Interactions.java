package org.segue.interactions;

import org.segue.catalog.Repositories;
import org.segue.feedback.Verdicts;
import org.segue.storage.Database;

/** Interactions of a database of a test. */
public final class Interactions {

    private Interactions() {}

    /** Their repository. */
    public static InteractionRepository of(Database database) {
        return new InteractionRepository(
                database, new Repositories(database).songs(), new PreferenceRepository(Verdicts.of(database)));
    }
}
