package org.segue.model;

import jakarta.inject.Singleton;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Which database this is: models say it, so that none of another database answers. Its methods block. */
@Singleton
class DatabaseIdentityRepository {

    private final Database database;

    DatabaseIdentityRepository(Database database) {
        this.database = database;
    }

    /** What models of this database say; a backup takes it along. */
    String id() {
        return database.queryFirst("SELECT id FROM identity", row -> row.getString(1))
                .orElseThrow();
    }

    /** Whether the models of before, which do not say of which database they are, are still to be taken for this one's. */
    boolean adoptsModels() {
        return database.read(connection -> Statements.selectInt(connection, "SELECT adopts_models FROM identity")) == 1;
    }

    /** Notes that they have been. */
    void noteAdopted() {
        database.writeNow(connection -> Statements.update(connection, "UPDATE identity SET adopts_models = 0"));
    }
}
