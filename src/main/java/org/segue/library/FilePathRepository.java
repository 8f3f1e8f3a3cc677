package org.segue.library;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Where libraries have the files of songs. Blocks. */
@Singleton
class FilePathRepository {

    private final Database database;

    FilePathRepository(Database database) {
        this.database = database;
    }

    /**
     * What is known of a library's files.
     *
     * @param name what the household calls it
     * @param folder where this machine has them, null if nobody said
     * @param firstPath a path that its server said, null if it says none
     */
    record Place(
            String name, @Nullable String folder, @Nullable String firstPath) {}

    /** Of a library that a user signs in to; nothing if there is no such library of the user's. */
    Optional<Place> place(int libraryId, int userId) {
        return database.queryFirst(
                "SELECT l.name, l.folder, (SELECT s.path FROM library_song s WHERE s.library_id = l.id AND s.path IS NOT NULL"
                        + " ORDER BY s.external_id LIMIT 1) FROM library l WHERE l.id = ?1 AND EXISTS (SELECT 1 FROM library_login a"
                        + " JOIN user u ON u.id = a.user_id WHERE a.library_id = l.id AND (u.id = ?2 OR u.merged_into = ?2))",
                row -> new Place(row.getString(1), row.getString(2), row.getString(3)),
                libraryId,
                userId);
    }

    /**
     * Paths as a library's server says them, by the keys of songs; those with a star of the user's before those of
     * studio albums, and these before others.
     */
    Map<Integer, List<String>> of(int libraryId, int userId, Collection<Integer> songIds) {
        Map<Integer, List<String>> found = new HashMap<>();
        String wanted = songIds.stream().map(key -> "(" + key + ")").collect(Collectors.joining(","));
        if (!wanted.isEmpty()) {
            database.read(connection -> {
                Statements.queryEach(
                        connection,
                        SameRecording.SQL.formatted(wanted, "l.path")
                                + " WHERE l.library_id = ?1 AND l.path IS NOT NULL ORDER BY w.key, "
                                + FileChoiceRepository.STARRED_FIRST.formatted("g.user_id = ?2") + ", "
                                + FileChoiceRepository.STUDIO_FIRST + ", l.song_id <> w.key, l.external_id",
                        row -> found.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                                .add(row.getString(2)),
                        libraryId,
                        userId);
                return found;
            });
        }
        return found;
    }
}
