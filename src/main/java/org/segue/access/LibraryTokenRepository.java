package org.segue.access;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Hashes of the tokens of libraries in the database. Its methods block. */
@Singleton
class LibraryTokenRepository {

    private final Database database;

    LibraryTokenRepository(Database database) {
        this.database = database;
    }

    /**
     * What a token opens.
     *
     * @param libraryId the library whose it is
     * @param hash of the secret
     */
    record LibraryGrant(int libraryId, TokenHash hash) {}

    List<LibraryGrant> grants() {
        return database.query(
                "SELECT id, token_hash FROM library WHERE token_hash IS NOT NULL",
                row -> new LibraryGrant(row.getInt(1), TokenHash.stored(row.getString(2))));
    }

    /** Keeps the hash of a library's token in place of the one before; false if there is no such library. */
    boolean keep(int libraryId, TokenHash hash) {
        return database.writeNow(connection ->
                Statements.update(connection, "UPDATE library SET token_hash = ? WHERE id = ?", hash.hex(), libraryId)
                        == 1);
    }

    /** Forgets a library's token; false if there is no such library. */
    boolean forget(int libraryId) {
        return database.writeNow(connection ->
                Statements.update(connection, "UPDATE library SET token_hash = NULL WHERE id = ?", libraryId) == 1);
    }
}
