package org.segue.library;

import jakarta.inject.Singleton;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** What people have said of songs of libraries and songs here. Its methods block, and wait for the disk. */
@Singleton
class LibraryChoiceRepository {

    private static final String SAY =
            "INSERT OR REPLACE INTO library_choice (library_id, external_id, song_id, accepted) VALUES (?, ?, ?, ?)";

    private final Database database;

    LibraryChoiceRepository(Database database) {
        this.database = database;
    }

    /** Notes that a song of a library is a song here, and not what it was said to be before; in force at once. */
    void accept(int libraryId, LibraryKeys keys, String externalId, int songId) {
        database.writeNow(connection -> {
            Statements.update(
                    connection,
                    "DELETE FROM library_choice WHERE library_id = ? AND external_id = ? AND accepted = 1",
                    libraryId,
                    externalId);
            Statements.update(connection, SAY, libraryId, externalId, songId, 1);
            Statements.update(
                    connection,
                    "DELETE FROM library_candidate WHERE library_id = ? AND external_id = ?",
                    libraryId,
                    externalId);
            Statements.update(
                    connection,
                    "INSERT OR REPLACE INTO song_alias (source_id, external_id, song_id) VALUES (?, ?, ?)",
                    keys.source().id(),
                    externalId,
                    songId);
            // Those that a sync is writing among them.
            return Statements.update(
                    connection,
                    "UPDATE library_file SET song_id = ?3, matched_by = 'hand' WHERE library_id = ?1 AND external_id = ?2",
                    libraryId,
                    externalId,
                    songId);
        });
    }

    /** Notes that a song of a library is not a song here. */
    void refuse(int libraryId, String externalId, int songId) {
        database.writeNow(connection -> {
            Statements.update(
                    connection,
                    "DELETE FROM library_candidate WHERE library_id = ? AND external_id = ? AND song_id = ?",
                    libraryId,
                    externalId,
                    songId);
            return Statements.update(connection, SAY, libraryId, externalId, songId, 0);
        });
    }
}
