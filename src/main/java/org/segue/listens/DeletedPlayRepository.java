package org.segue.listens;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Plays that were deleted, on their way back into the database. */
@Singleton
public class DeletedPlayRepository {

    private static final String COLUMNS =
            "listened_at, song_id, import_id, skipped, spread, by_name, shift, told_song, words";

    private static final String WORDS = "id, user_id, hash, artist, title, album, info";

    private static final String OF_PLAY =
            " FROM listen WHERE user_id = ? AND listened_at = ? AND song_id IN (SELECT id FROM song WHERE id = ? OR merged_into = ?)";

    private static final String IS_THERE = "SELECT 1 FROM user WHERE id = ? AND merged_into IS NULL";

    private static final String WORDS_BACK =
            "INSERT OR IGNORE INTO told_words (" + WORDS + ") VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String LISTEN_BACK = "INSERT OR IGNORE INTO listen (" + COLUMNS
            + ", user_id) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE ?3 <= 0"
            + " OR EXISTS (SELECT 1 FROM import WHERE id = ?3 AND status = 'completed')";

    // All that was told of it.
    private static final String MAY_COME = "DELETE FROM deleted_listen WHERE user_id = ?1 AND"
            + " ((listened_at = ?2 AND song_id = ?3) OR (listened_at = ?2 + ?4 AND song_id = COALESCE(?5, ?3)))";

    private final Database database;

    DeletedPlayRepository(Database database) {
        this.database = database;
    }

    /**
     * A play that was deleted, as the database had it.
     *
     * @param userId database key
     * @param rows of all who told of it
     * @param words in which they did
     * @param last the song that the user did not have any more without it, 0 if there was another play
     */
    public record DeletedPlay(int userId, List<Row> rows, List<Row> words, int last) {

        DeletedPlay lastOf(int songId) {
            return new DeletedPlay(userId, rows, words, songId);
        }
    }

    /**
     * A row of a table.
     *
     * @param values of its columns; integers, texts, null
     */
    public record Row(List<@Nullable Object> values) {

        private static Row of(ResultSet row) throws SQLException {
            List<@Nullable Object> values = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(row.getObject(column));
            }
            return new Row(values);
        }

        private long time() {
            return values.get(0) instanceof Number time ? time.longValue() : 0;
        }

        private @Nullable Object value(int column) {
            return values.get(column);
        }

        private @Nullable Object[] with(Object more) {
            List<@Nullable Object> all = new ArrayList<>(values);
            all.add(more);
            return all.toArray();
        }
    }

    /** What is there of a play. Inside a write of the caller's, before it is deleted. */
    static DeletedPlay read(Connection connection, Listen listen) throws SQLException {
        Object[] which = {listen.userId(), listen.listenedAt(), listen.songId(), listen.songId()};
        return new DeletedPlay(
                listen.userId(),
                Statements.query(connection, "SELECT " + COLUMNS + OF_PLAY, Row::of, which),
                Statements.query(
                        connection,
                        "SELECT " + WORDS + " FROM told_words WHERE id IN (SELECT words" + OF_PLAY + ")",
                        Row::of,
                        which),
                0);
    }

    /**
     * Has a play back, as far as its user and the imports that brought it are there still; waits for the disk.
     *
     * @return what has changed; nothing if that is nothing
     */
    public Optional<HistoryChanged> restore(DeletedPlay play) {
        return database.writeNow(connection -> {
            if (Statements.selectInt(connection, IS_THERE, play.userId()) == 0) {
                return Optional.empty();
            }
            List<Long> times = play.rows().stream().map(Row::time).toList();
            PlaysAroundRepository plays = new PlaysAroundRepository(database, connection, play.userId(), times);
            return restore(connection, play) == 0
                    ? Optional.empty()
                    : Optional.of(new HistoryChanged(
                            play.userId(), play.last() != 0, plays.change().orElse(null)));
        });
    }

    private static int restore(Connection connection, DeletedPlay play) throws SQLException {
        int restored = 0;
        for (Row words : play.words()) {
            Statements.update(connection, WORDS_BACK, words.values().toArray());
        }
        for (Row row : play.rows()) {
            restored += Statements.update(connection, LISTEN_BACK, row.with(play.userId()));
            Statements.update(
                    connection, MAY_COME, play.userId(), row.value(0), row.value(1), row.value(6), row.value(7));
        }
        if (restored > 0) {
            Statements.update(connection, "UPDATE song SET listeners = listeners + 1 WHERE id = ?", play.last());
        }
        return restored;
    }
}
