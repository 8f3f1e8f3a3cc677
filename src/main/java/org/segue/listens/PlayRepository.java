package org.segue.listens;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.listens.Plays.Play;
import org.segue.listens.ToldListen.SongFacts;
import org.segue.storage.Statements;

/**
 * Keeps the rows of one play together, as {@link Plays} tells plays apart: looks at all that was told about a time, and writes
 * the rows that belong elsewhere. Statements for many listens; inside a write of the caller's.
 */
final class PlayRepository implements AutoCloseable {

    /** Of the time under which a row is stored: what was told of it lies no further off, nor does what may be the same. */
    static final int REACH = 2 * (SameListen.WIDEST_SPREAD + SameListen.WIDEST_SLACK);

    /** Nothing that is further off than that is looked at, however long the chain of plays that may be the same. */
    static final int FARTHEST = 21 * REACH;

    /** Read at once beyond what is asked for, so that few listens need a second look. */
    private static final int MORE = 60;

    /** Who sends plays of one song without a pause gets no longer chain considered. */
    private static final int MAX_ROUNDS = 20;

    /** Seconds from a listen to the furthest that may be looked at with it: a round leads no further than it reads. */
    static final int FURTHEST = (MAX_ROUNDS + 1) * (REACH + MORE);

    static final String NEAR = "SELECT l.import_id, l.listened_at, l.song_id, l.spread, l.shift,"
            + " s.id, t.id, t.duration_ms, l.by_name, l.words FROM listen l JOIN song s ON s.id = COALESCE(l.told_song, l.song_id)"
            + " JOIN song t ON t.id = COALESCE(s.merged_into, s.id) LEFT JOIN import i ON i.id = l.import_id"
            + " WHERE l.user_id = ? AND l.listened_at BETWEEN ? AND ? AND l.skipped = ?"
            + " AND (l.import_id <= 0 OR l.import_id = ? OR i.status IN ('completed'%s))";

    /**
     * A row, or one that is to be.
     *
     * @param told what it says
     * @param at the time under which it is stored; null if it is not
     * @param songId the song under which it is stored
     * @param isByName see {@link Listen}
     * @param words key of the words in which it was told, null if they are not kept
     */
    private record Row(
            ToldListen told,
            @Nullable Long at,
            int songId,
            boolean isByName,
            @Nullable Integer words) {

        boolean isAt(Play play) {
            return at != null && at == play.at() && songId == play.songId();
        }
    }

    /**
     * Where a listen belongs.
     *
     * @param at the time to store it under
     * @param songId the song to store it under
     * @param isKnown whether somebody else has told of the play
     * @param isThere whether the same was told by the same before: nothing is to be written
     */
    record Place(long at, int songId, boolean isKnown, boolean isThere) {}

    private final int importId;
    private final SongCreditRepository credits;
    private final PreparedStatement near;
    private final PreparedStatement delete;
    private final PreparedStatement insert;
    private long written;

    /**
     * Prepares.
     *
     * @param importId whose rows count although it is not completed; 0 for none
     * @param isRunningToo whether those of an import that is at work do
     */
    PlayRepository(Connection connection, int importId, boolean isRunningToo) throws SQLException {
        this.importId = importId;
        credits = new SongCreditRepository(connection);
        near = connection.prepareStatement(NEAR.formatted(isRunningToo ? ", 'running'" : ""));
        delete = connection.prepareStatement(
                "DELETE FROM listen WHERE user_id = ? AND listened_at = ? AND song_id = ? AND import_id = ?");
        insert = connection.prepareStatement(
                "INSERT INTO listen"
                        + " (user_id, listened_at, song_id, import_id, skipped, spread, shift, told_song, by_name,"
                        + " words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET skipped = min(skipped, excluded.skipped)");
    }

    /** Finds the place of a listen that is not written yet, and makes room for it. */
    Place place(Listen listen, int teller) throws SQLException {
        ToldListen told = new ToldListen(
                0,
                teller,
                listen.listenedAt(),
                listen.spread(),
                listen.songId(),
                new SongFacts(listen.songId(), credits.slack(listen.songId()), ""));
        List<Row> rows = around(listen.userId(), listen.isSkipped(), told);
        for (Row row : rows) {
            if (row.told().repeats(told)) {
                return new Place(told.at(), told.namedSong(), true, true);
            }
        }
        if (rows.isEmpty()) {
            return new Place(told.at(), told.namedSong(), false, false);
        }
        rows.add(new Row(told, null, told.namedSong(), listen.isByName(), null));
        Play play = arrange(listen.userId(), listen.isSkipped(), rows);
        return new Place(play.at(), play.songId(), play.told().size() > 1, false);
    }

    /** {@link SameListen#slack} of a song. */
    int slack(int song) throws SQLException {
        return credits.slack(song);
    }

    /** Puts right what was told of a song about a time, and answers whether a row was written for it. */
    boolean settle(Listen listen) throws SQLException {
        SongFacts song = new SongFacts(listen.songId(), credits.slack(listen.songId()), "");
        ToldListen about = new ToldListen(0, 0, listen.listenedAt(), listen.spread(), listen.songId(), song);
        List<Row> rows = around(listen.userId(), listen.isSkipped(), about);
        long before = written;
        if (!rows.isEmpty()) {
            arrange(listen.userId(), listen.isSkipped(), rows);
        }
        return written != before;
    }

    // Answers with the play of the last of them.
    private Play arrange(int userId, boolean isSkipped, List<Row> rows) throws SQLException {
        List<Play> plays = Plays.of(numbered(rows));
        for (Play play : plays) {
            for (ToldListen told : play.told()) {
                Row row = rows.get(told.row());
                Long at = row.at();
                if (at != null && !row.isAt(play)) {
                    bind(delete, userId, at, row.songId(), told.importId()).executeUpdate();
                }
            }
        }
        Play ofLast = plays.get(0);
        for (Play play : plays) {
            for (ToldListen told : play.told()) {
                Row row = rows.get(told.row());
                if (row.at() != null && !row.isAt(play)) {
                    write(userId, isSkipped, row, play);
                    written++;
                }
                ofLast = told.row() == rows.size() - 1 ? play : ofLast;
            }
        }
        return ofLast;
    }

    private void write(int userId, boolean isSkipped, Row row, Play play) throws SQLException {
        ToldListen told = row.told();
        bind(
                        insert,
                        userId,
                        play.at(),
                        play.songId(),
                        told.importId(),
                        isSkipped ? 1 : 0,
                        told.spread(),
                        told.at() - play.at(),
                        told.namedSong() == play.songId() ? null : told.namedSong(),
                        row.isByName() ? 1 : 0,
                        row.words())
                .executeUpdate();
    }

    // Which song stands for a play is a question only where there are several.
    private List<ToldListen> numbered(List<Row> rows) throws SQLException {
        boolean isOneSong = rows.stream()
                        .mapToInt(row -> row.told().song().key())
                        .distinct()
                        .count()
                == 1;
        List<ToldListen> numbered = new ArrayList<>();
        for (Row row : rows) {
            String rank = isOneSong ? "" : credits.rank(row.told().song().key());
            numbered.add(row.told().numbered(numbered.size(), rank));
        }
        return numbered;
    }

    // All that a chain of plays that may be the same leads to, whatever the song is called.
    private List<Row> around(int userId, boolean isSkipped, ToldListen told) throws SQLException {
        long first = told.at();
        long last = told.end();
        long from = first - REACH - MORE;
        long to = last + REACH + MORE;
        List<Row> near = near(userId, isSkipped, from, to);
        List<Row> found = new ArrayList<>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (first - REACH < from || last + REACH > to) {
                from = first - REACH - MORE;
                to = last + REACH + MORE;
                near = near(userId, isSkipped, from, to);
            }
            found = touching(near, told.song().key(), first, last);
            long newFirst = first;
            long newLast = last;
            for (Row row : found) {
                newFirst = Math.min(newFirst, row.told().at());
                newLast = Math.max(newLast, row.told().end());
            }
            if (newFirst == first && newLast == last) {
                break;
            }
            first = newFirst;
            last = newLast;
        }
        return found;
    }

    private List<Row> touching(List<Row> rows, int song, long first, long last) throws SQLException {
        List<Row> found = new ArrayList<>();
        for (Row row : rows) {
            boolean isNear = row.told().at() < last + SameListen.WIDEST_SLACK
                    && row.told().end() > first - SameListen.WIDEST_SLACK;
            int key = row.told().song().key();
            if (isNear && (key == song || credits.isSame(key, song))) {
                found.add(row);
            }
        }
        return found;
    }

    private List<Row> near(int userId, boolean isSkipped, long from, long to) throws SQLException {
        return Statements.query(bind(near, userId, from, to, isSkipped ? 1 : 0, importId), PlayRepository::row);
    }

    private static Row row(ResultSet row) throws SQLException {
        long at = row.getLong(2);
        SongFacts song = new SongFacts(row.getInt(7), SameListen.slack(row.getInt(8)), "");
        ToldListen told = new ToldListen(0, row.getInt(1), at + row.getInt(5), row.getInt(4), row.getInt(6), song);
        int words = row.getInt(10);
        return new Row(told, at, row.getInt(3), row.getInt(9) != 0, words == 0 ? null : Integer.valueOf(words));
    }

    @Override
    public void close() throws SQLException {
        credits.close();
        Statements.close(near, delete, insert);
    }
}
