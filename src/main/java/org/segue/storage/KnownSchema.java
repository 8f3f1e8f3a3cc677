package org.segue.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the migrations of all versions make that does something by itself: triggers, views, virtual tables. A database from
 * elsewhere that has another one would run it as soon as somebody writes or reads.
 */
final class KnownSchema {

    private static final String WORDS = ", content = '', contentless_delete = 1,"
            + " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3' )";

    /** As {@code sqlite_schema} has them, with one space between words. */
    private static final Set<String> KNOWN = Set.of(
            "CREATE VIRTUAL TABLE user_search USING fts5 ( name" + WORDS,
            "CREATE VIRTUAL TABLE song_search USING fts5 ( title, artist" + WORDS,
            "CREATE VIRTUAL TABLE artist_search USING fts5 ( name" + WORDS,
            "CREATE VIRTUAL TABLE popular_song_search USING fts5 ( title, artist" + WORDS,
            oneLine("""
            CREATE TRIGGER artist_made AFTER INSERT ON artist BEGIN
              INSERT INTO artist_search (rowid, name) VALUES (new.id, new.name); END"""),
            oneLine("""
            CREATE TRIGGER artist_renamed AFTER UPDATE OF name ON artist BEGIN
              DELETE FROM artist_search WHERE rowid = old.id;
              INSERT INTO artist_search (rowid, name) VALUES (new.id, new.name); END"""),
            oneLine("""
            CREATE TRIGGER artist_gone AFTER DELETE ON artist BEGIN
              DELETE FROM artist_search WHERE rowid = old.id; END"""),
            oneLine("""
            CREATE VIEW playlist_in_force AS
              SELECT id, user_id, kind, period, name, songs, created_at FROM playlist
              UNION ALL
              SELECT p.id, p.user_id, NULL, NULL, p.name, p.songs, p.created_at FROM imported_playlist p
              WHERE p.import_id = (SELECT max(q.import_id) FROM imported_playlist q JOIN import i ON i.id = q.import_id
                                   WHERE q.id = p.id AND i.status = 'completed')
                AND NOT EXISTS (SELECT 1 FROM playlist k WHERE k.id = p.id)"""),
            oneLine("""
            CREATE VIEW library_song AS
              SELECT f.library_id, f.external_id, f.song_id, f.matched_by, f.title, f.artist, f.album, f.album_id, f.length_ms, f.mbid, f.isrc, f.path
              FROM library l JOIN library_file f ON f.library_id = l.id AND f.seen = l.seen"""),
            oneLine("""
            CREATE VIEW library_login_song AS
              SELECT v.login_id, v.external_id FROM library_login a JOIN library l ON l.id = a.library_id
              JOIN library_login_file v ON v.login_id = a.id AND v.seen = l.seen"""));

    private KnownSchema() {}

    /** What of a database no migration makes, by type and name. Runs nothing of it. */
    static List<String> foreignIn(Connection connection) throws SQLException {
        Statements.update(connection, "PRAGMA trusted_schema = OFF");
        return active(connection).stream()
                .filter(part -> !KNOWN.contains(oneLine(part.sql())))
                .map(part -> part.type() + ' ' + part.name())
                .toList();
    }

    /** What of the known parts a database has. */
    static Set<String> knownIn(Connection connection) throws SQLException {
        return active(connection).stream()
                .map(part -> oneLine(part.sql()))
                .filter(KNOWN::contains)
                .collect(Collectors.toSet());
    }

    /** How many there are in the newest schema. */
    static int count() {
        return KNOWN.size();
    }

    private record Part(String type, String name, String sql) {}

    private static List<Part> active(Connection connection) throws SQLException {
        return Statements.query(
                connection,
                "SELECT type, name, COALESCE(sql, '') FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
                        + " OR upper(sql) GLOB 'CREATE VIRTUAL*'",
                row -> new Part(row.getString(1), row.getString(2), row.getString(3)));
    }

    private static String oneLine(String sql) {
        return Arrays.stream(sql.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
