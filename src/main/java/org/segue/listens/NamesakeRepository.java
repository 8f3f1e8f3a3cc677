package org.segue.listens;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongMerges;
import org.segue.catalog.SongRepository;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Gives listens of which artist and title alone were told to the song of these names that has most other listens, where there
 * are several. Blocks.
 */
@Singleton
public class NamesakeRepository {

    // Songs that were joined or left apart by hand are found by how they are spelt, not by what is played.
    private static final String NAMESAKES = "SELECT s.id, s.recording_key, s.duration_ms, s.album FROM song s"
            + " WHERE s.merged_into IS NULL AND s.recording_key IN (SELECT recording_key FROM song"
            + " WHERE recording_key >= char(10) AND merged_into IS NULL GROUP BY recording_key HAVING count(*) > 1)"
            + " AND NOT EXISTS (SELECT 1 FROM song_merge m WHERE m.from_id = s.id OR m.into_id = s.id)";

    // What an import that is at work has brought is in force at its end.
    private static final String IN_FORCE =
            "(import_id <= 0 OR import_id IN (SELECT id FROM import WHERE status IN ('completed', 'running')))";

    private static final String TOLD =
            "SELECT user_id, listened_at, song_id FROM listen WHERE by_name = 0" + " AND skipped = 0 AND " + IN_FORCE;

    private static final String BY_NAME =
            "SELECT user_id, listened_at, song_id, import_id, skipped, spread, shift, COALESCE(told_song, song_id),"
                    + " words FROM listen WHERE by_name = 1";

    private final Database database;
    private final SongRepository songs;

    NamesakeRepository(Database database, SongRepository songs) {
        this.database = database;
        this.songs = songs;
    }

    /**
     * One of several songs of the same artist and title.
     *
     * @param durationMs 0 if it is not known
     */
    private record Namesake(
            int id,
            String recordingKey,
            int durationMs,
            @Nullable String album) {

        // Whichever import was the first: what decides between two that are played as often is what they are.
        static final Comparator<Namesake> IN_ORDER = Comparator.comparingInt(Namesake::durationMs)
                .thenComparing(one -> one.album() == null ? "" : one.album())
                .thenComparing(Namesake::id);
    }

    /**
     * A row that may be another song's.
     *
     * @param stored as it is stored
     * @param told when it was told to have begun, of which song
     */
    private record Row(Listen stored, Listen told, int importId, int belongsTo) {}

    /** Decides anew, from what is in force now. O(listens), or next to nothing where no two songs are called the same. */
    public void settle() {
        List<Namesake> namesakes = database.query(
                NAMESAKES, row -> new Namesake(row.getInt(1), row.getString(2), row.getInt(3), row.getString(4)));
        if (!namesakes.isEmpty()) {
            Map<Integer, Integer> mostPlayed = database.read(connection -> mostPlayed(connection, namesakes));
            List<Row> rows =
                    database
                            .read(connection -> Statements.query(connection, BY_NAME, row -> row(row, mostPlayed)))
                            .stream()
                            .filter(row -> row.belongsTo() != row.told().songId())
                            .toList();
            database.writeEach(rows, NamesakeRepository::move);
        }
    }

    private static Row row(ResultSet row, Map<Integer, Integer> mostPlayed) throws SQLException {
        Listen stored = new Listen(
                row.getInt(1), row.getLong(2), row.getInt(3), row.getInt(5) != 0, row.getInt(6), true, row.getInt(9));
        Listen told = stored.at(stored.listenedAt() + row.getInt(7)).of(row.getInt(8));
        return new Row(stored, told, row.getInt(4), mostPlayed.getOrDefault(told.songId(), told.songId()));
    }

    // By key of each song, the key of the one that is played most of those of its names.
    private Map<Integer, Integer> mostPlayed(Connection connection, List<Namesake> namesakes) throws SQLException {
        Map<Integer, Integer> listens = listens(connection, namesakes);
        Comparator<Namesake> byListens = Comparator.<Namesake>comparingInt(one -> -listens.getOrDefault(one.id(), 0))
                .thenComparing(Namesake.IN_ORDER);
        Map<String, List<Namesake>> byName = namesakes.stream().collect(Collectors.groupingBy(Namesake::recordingKey));
        Map<Integer, Integer> mostPlayed = new HashMap<>();
        byName.values().forEach(ofName -> {
            int most = Collections.min(ofName, byListens).id();
            ofName.forEach(one -> mostPlayed.put(one.id(), most));
        });
        return mostPlayed;
    }

    // Rows come in the order of user, time and song: several of one play, which several imports brought, are neighbors.
    private Map<Integer, Integer> listens(Connection connection, List<Namesake> namesakes) throws SQLException {
        SongMerges joined = songs.joined(connection);
        Map<Integer, Integer> listens = new HashMap<>();
        namesakes.forEach(one -> listens.put(one.id(), 0));
        Listen[] last = {new Listen(0, 0, 0)};
        Statements.queryEach(connection, TOLD, row -> {
            int songId = joined.target(row.getInt(3));
            if (listens.containsKey(songId)) {
                Listen listen = new Listen(row.getInt(1), row.getLong(2), songId);
                if (!listen.equals(last[0])) {
                    listens.merge(songId, 1, Integer::sum);
                    last[0] = listen;
                }
            }
        });
        return listens;
    }

    private static void move(Connection connection, Iterator<Row> rows) throws SQLException {
        try (PlayRepository plays = new PlayRepository(connection, 0, true);
                PreparedStatement delete = connection.prepareStatement("DELETE FROM listen WHERE user_id = ?"
                        + " AND listened_at = ? AND song_id = ? AND import_id = ? AND by_name = 1");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO listen (user_id, listened_at, song_id, import_id, skipped, spread, words,"
                                + " by_name) VALUES (?, ?, ?, ?, ?, ?, NULLIF(?, 0), 1) ON CONFLICT DO NOTHING")) {
            while (rows.hasNext()) {
                Row row = rows.next();
                Listen stored = row.stored();
                Listen moved = row.told().of(row.belongsTo());
                int deleted = bind(delete, stored.userId(), stored.listenedAt(), stored.songId(), row.importId())
                        .executeUpdate();
                if (deleted == 1) {
                    insert(insert, row.importId(), moved);
                    plays.settle(moved);
                }
            }
        }
    }

    private static void insert(PreparedStatement insert, int importId, Listen listen) throws SQLException {
        bind(
                        insert,
                        listen.userId(),
                        listen.listenedAt(),
                        listen.songId(),
                        importId,
                        listen.isSkipped() ? 1 : 0,
                        listen.spread(),
                        listen.words())
                .executeUpdate();
    }
}
