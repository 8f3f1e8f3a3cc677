package org.segue.access;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** The claim of this service in the database. Its methods block. */
@Singleton
class ClaimRepository {

    private final Database database;

    ClaimRepository(Database database) {
        this.database = database;
    }

    /** The claim, if the service was claimed. */
    Optional<Claim> find() {
        return database.queryFirst(
                "SELECT claimed_at, address, way, program FROM claim",
                row -> new Claim(
                        Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** Keeps the claim; it is on disk when this returns. */
    void add(Claim claim) {
        database.writeNow(connection -> Statements.update(
                connection,
                "INSERT INTO claim (id, claimed_at, address, way, program) VALUES (1, ?, ?, ?, ?)",
                claim.at().toEpochMilli(),
                claim.address(),
                claim.way(),
                claim.program()));
    }
}
