package org.segue.library;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Finds, for the songs of a library that no song here was, those that they may be though they are spelt otherwise: of the same artist,
 * known from elsewhere, with a title that is nearly the same. To be accepted or refused by somebody: they match nothing by themselves.
 */
@Singleton
class CandidateRepository {

    /** Below this titles are too different for one song (library.md, 7). */
    private static final double MIN_SIMILARITY = 0.9;

    /** An artist with more songs than this is none: "Various Artists", "Unknown". */
    private static final int MAX_SONGS = 5000;

    private static final String WORDS = "substr(s.recording_key, instr(s.recording_key, char(9)) + 1)";

    private static final String UNMATCHED = "SELECT s.artist_id, l.external_id, s.id, " + WORDS
            + " FROM library_song l JOIN song s ON s.id = l.song_id WHERE l.library_id = ? AND l.matched_by = 'new'"
            + " AND s.artist_id IS NOT NULL AND s.recording_key IS NOT NULL ORDER BY s.artist_id";

    private static final String OF_ARTIST = "SELECT s.artist_id, '', s.id, " + WORDS
            + " FROM song s WHERE s.artist_id = ? AND s.merged_into IS NULL AND s.recording_key IS NOT NULL"
            + " AND s.import_id IS NOT ? LIMIT " + MAX_SONGS;

    private final Database database;

    CandidateRepository(Database database) {
        this.database = database;
    }

    private record Title(int artist, String externalId, int song, String words) {

        static Title of(ResultSet row) throws SQLException {
            return new Title(row.getInt(1), row.getString(2), row.getInt(3), row.getString(4));
        }
    }

    private record Pair(String externalId, int song) {}

    /**
     * Finds them anew.
     *
     * @param importId the import whose the songs are that the library alone has brought
     */
    void renew(int libraryId, int importId) {
        Map<Pair, Double> found = database.read(connection -> find(connection, libraryId, importId));
        Set<Pair> before = new HashSet<>(database.query(
                "SELECT external_id, song_id FROM library_candidate WHERE library_id = ?",
                row -> new Pair(row.getString(1), row.getInt(2)),
                libraryId));
        List<Pair> gone = new ArrayList<>(before);
        gone.removeAll(found.keySet());
        delete(libraryId, gone);
        found.keySet().removeAll(before);
        add(libraryId, found);
    }

    private static Map<Pair, Double> find(Connection connection, int libraryId, int importId) throws SQLException {
        Map<Pair, Double> found = new HashMap<>();
        Set<Pair> refused = new HashSet<>(Statements.query(
                connection,
                "SELECT external_id, song_id FROM library_choice WHERE library_id = ? AND accepted = 0",
                row -> new Pair(row.getString(1), row.getInt(2)),
                libraryId));
        try (PreparedStatement ofArtist = connection.prepareStatement(OF_ARTIST)) {
            List<Title> known = new ArrayList<>();
            int[] artist = new int[1];
            Statements.queryEach(
                    connection,
                    UNMATCHED,
                    row -> {
                        Title title = Title.of(row);
                        if (title.artist() != artist[0]) {
                            artist[0] = title.artist();
                            known.clear();
                            known.addAll(Statements.query(bind(ofArtist, title.artist(), importId), Title::of));
                        }
                        compare(title, known, refused, found);
                    },
                    libraryId);
        }
        return found;
    }

    private static void compare(Title title, List<Title> known, Set<Pair> refused, Map<Pair, Double> found) {
        for (Title other : known) {
            double similarity = other.song() == title.song() ? 0 : JaroWinkler.of(title.words(), other.words());
            Pair pair = new Pair(title.externalId(), other.song());
            if (similarity >= MIN_SIMILARITY && !refused.contains(pair)) {
                found.put(pair, similarity);
            }
        }
    }

    private void delete(int libraryId, List<Pair> gone) {
        database.writeEach(gone, (connection, turn) -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM library_candidate WHERE library_id = ? AND external_id = ? AND song_id = ?")) {
                while (turn.hasNext()) {
                    Pair pair = turn.next();
                    bind(delete, libraryId, pair.externalId(), pair.song()).executeUpdate();
                }
            }
        });
    }

    // Nothing of a library or a song that has gone meanwhile.
    private void add(int libraryId, Map<Pair, Double> found) {
        database.writeEach(List.copyOf(found.entrySet()), (connection, turn) -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO library_candidate"
                    + " SELECT l.id, ?2, s.id, ?4 FROM library l JOIN song s ON s.id = ?3 WHERE l.id = ?1")) {
                while (turn.hasNext()) {
                    Map.Entry<Pair, Double> one = turn.next();
                    bind(
                                    insert,
                                    libraryId,
                                    one.getKey().externalId(),
                                    one.getKey().song(),
                                    one.getValue())
                            .executeUpdate();
                }
            }
        });
    }
}
