package org.segue.library;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Source;
import org.segue.catalog.SourceRepository;
import org.segue.jobs.JobJson;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Libraries in the database. Its methods block; those that write wait for the disk. */
@Singleton
public class LibraryRepository {

    private static final String SELECT =
            "SELECT id, kind, name, url, COALESCE(web_url, url), facts, folder, synced_at, missing FROM library";

    private static final String FREE =
            "SELECT NOT EXISTS (SELECT 1 FROM library WHERE (name = ?1 OR url = ?2) AND id <> ?3)";

    private final Database database;
    private final SourceRepository sources;
    private final JobJson json;

    LibraryRepository(Database database, SourceRepository sources, ObjectMapper mapper) {
        this.database = database;
        this.sources = sources;
        this.json = new JobJson(mapper);
    }

    /** All libraries, in the order in which they came. */
    public List<LibraryState> all() {
        return database.query(SELECT + " ORDER BY id", this::library);
    }

    /** The library of a key. */
    public Optional<LibraryState> byId(int id) {
        return database.queryFirst(SELECT + " WHERE id = ?", this::library, id);
    }

    /** The libraries that a listener signs in to, in the order in which they came. */
    public List<LibraryState> of(int userId) {
        return database.query(
                SELECT + " WHERE id IN (SELECT library_id FROM library_login WHERE user_id = ?) ORDER BY id",
                this::library,
                userId);
    }

    /**
     * Makes a library.
     *
     * @return its key; nothing if there is one of this name or address
     */
    Optional<Integer> create(LibraryKind kind, String name, URI url, @Nullable URI webUrl) {
        return database.writeNow(connection -> {
            if (Statements.selectInt(connection, FREE, name, url.toString(), 0) == 0) {
                return Optional.empty();
            }
            int id = 1 + Statements.selectInt(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'library'");
            Source source = sources.resolve(connection, "library-" + id);
            long now = System.currentTimeMillis();
            int importId = Statements.selectInt(
                    connection,
                    "INSERT INTO import (source_id, status, request, created_at, library)"
                            + " VALUES (?, 'completed', '{}', ?, 1) RETURNING id",
                    source.id(),
                    now);
            return Optional.of(Statements.selectInt(
                    connection,
                    "INSERT INTO library (source_id, import_id, kind, name, url, web_url, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                    source.id(),
                    importId,
                    kind.word(),
                    name,
                    url.toString(),
                    webUrl == null ? null : webUrl.toString(),
                    now));
        });
    }

    /**
     * Changes what a library is called, where it is and where its files are.
     *
     * @return whether no other library has this name or address
     */
    boolean update(Library library, @Nullable String folder) {
        return database.writeNow(connection -> {
            boolean free = Statements.selectInt(
                            connection, FREE, library.name(), library.url().toString(), library.id())
                    == 1;
            if (free) {
                Statements.update(
                        connection,
                        "UPDATE library SET name = ?, url = ?, web_url = ?, folder = ? WHERE id = ?",
                        library.name(),
                        library.url().toString(),
                        library.webUrl().equals(library.url())
                                ? null
                                : library.webUrl().toString(),
                        folder,
                        library.id());
            }
            return free;
        });
    }

    /** Notes what the server said that it is and can do. */
    void learn(int id, ServerFacts facts) {
        database.writeNow(connection ->
                Statements.update(connection, "UPDATE library SET facts = ? WHERE id = ?", json.write(facts), id));
    }

    /** What a library's rows in other tables are known by; nothing if it is gone. */
    Optional<LibraryKeys> keys(int id) {
        return database.read(connection -> keys(connection, id));
    }

    static Optional<LibraryKeys> keys(Connection connection, int id) throws SQLException {
        return Statements.queryFirst(
                connection,
                "SELECT s.id, s.name, l.import_id, l.seen FROM library l JOIN source s ON s.id = l.source_id"
                        + " WHERE l.id = ?",
                row -> new LibraryKeys(new Source(row.getInt(1), row.getString(2)), row.getInt(3), row.getInt(4)),
                id);
    }

    /** Takes a library back, at once: none of its songs is owned, and nothing that its logins think counts any more. */
    void delete(int id) {
        database.writeNow(connection -> {
            // As with an import, what it left is deleted afterwards, at the next start if need be.
            Statements.update(
                    connection,
                    "UPDATE import SET status = 'undone' WHERE id = (SELECT import_id FROM library WHERE id = ?)",
                    id);
            return Statements.update(connection, "DELETE FROM library WHERE id = ?", id);
        });
    }

    private LibraryState library(ResultSet row) throws SQLException {
        Library library = new Library(
                row.getInt(1),
                LibraryKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                URI.create(row.getString(4)),
                URI.create(row.getString(5)));
        String facts = row.getString(6);
        long syncedAt = row.getLong(8);
        return new LibraryState(
                library,
                facts.equals("{}") ? null : json.read(facts, new TypeReference<ServerFacts>() {}),
                row.getString(7),
                syncedAt == 0 ? null : Instant.ofEpochMilli(syncedAt),
                row.getInt(9));
    }
}
