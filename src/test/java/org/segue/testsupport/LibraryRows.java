package org.segue.testsupport;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.segue.catalog.OwnedSongsChanged;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Libraries as a sync leaves them in the database, for tests that need no server. */
@Singleton
public class LibraryRows {

    private final Database database;
    private final Event<OwnedSongsChanged> changed;

    LibraryRows(Database database, Event<OwnedSongsChanged> changed) {
        this.database = database;
        this.changed = changed;
    }

    /**
     * A library with songs.
     *
     * @param kind subsonic or jellyfin
     * @param name of the library
     * @param songs public ids; each has the path {@code /music/ID.flac}
     * @return its key
     */
    public int add(String kind, String name, List<String> songs) {
        int library = database.writeNow(connection -> {
            Statements.update(connection, "INSERT INTO source (name) VALUES (?)", "library " + name);
            Statements.update(
                    connection,
                    "INSERT INTO import (source_id, status, request, created_at, library)"
                            + " SELECT max(id), 'completed', '{}', 0, 1 FROM source");
            Statements.update(
                    connection,
                    "INSERT INTO library (source_id, import_id, kind, name, url, web_url, created_at, synced_at, seen)"
                            + " SELECT source_id, id, ?, ?, ?, ?, 0, 0, 1 FROM import ORDER BY id DESC LIMIT 1",
                    kind,
                    name,
                    "http://127.0.0.1:9/" + name,
                    "https://music.example/" + name);
            int id = Statements.selectInt(connection, "SELECT max(id) FROM library");
            for (String song : songs) {
                add(connection, id, song);
            }
            return id;
        });
        changed.fire(new OwnedSongsChanged());
        return library;
    }

    private static void add(Connection connection, int library, String song) throws SQLException {
        Statements.update(
                connection,
                "INSERT INTO library_file (library_id, external_id, song_id, matched_by, title, artist, album_id, path, seen)"
                        + " SELECT ?1, 'ext-' || public_id, id, 'key', title, NULL, 'album-' || public_id, ?3, 1"
                        + " FROM song WHERE public_id = ?2",
                library,
                song,
                "/music/" + song + ".flac");
    }

    /** Signs users in to a library, by their public ids. */
    public void signIn(int library, String... users) {
        database.writeNow(connection -> {
            for (String user : users) {
                Statements.update(
                        connection,
                        "INSERT INTO library_login (library_id, user_id, server_user, secret, created_at)"
                                + " SELECT ?1, id, public_id, 'x', 0 FROM user WHERE public_id = ?2",
                        library,
                        user);
            }
            return true;
        });
        changed.fire(new OwnedSongsChanged());
    }

    /** Says where a song's file is; null if the server does not tell. */
    public void setPath(int library, String song, String path) {
        database.writeNow(connection -> Statements.update(
                connection,
                "UPDATE library_file SET path = ?3 WHERE library_id = ?1 AND external_id = 'ext-' || ?2",
                library,
                song,
                path));
    }

    /** Says where players find the music; null for as the server says. */
    public void setFolder(int library, String folder) {
        database.writeNow(connection ->
                Statements.update(connection, "UPDATE library SET folder = ?2 WHERE id = ?1", library, folder));
    }

    /** Takes all libraries away. */
    public void removeAll() {
        database.writeNow(connection -> {
            for (String table : List.of("library_login", "library_file", "library")) {
                Statements.update(connection, "DELETE FROM " + table);
            }
            Statements.update(connection, "DELETE FROM import WHERE library = 1");
            return Statements.update(connection, "DELETE FROM source WHERE name LIKE 'library %'");
        });
        changed.fire(new OwnedSongsChanged());
    }
}
