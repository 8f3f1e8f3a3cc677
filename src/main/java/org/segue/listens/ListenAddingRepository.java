package org.segue.listens;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.UserMergeRepository.RowOwners;
import org.segue.listens.PlayRepository.Place;
import org.segue.storage.Statements;

/**
 * The statements of {@link ListenRepository#add}, prepared once for many listens. Listens in the order of user and time are added
 * fastest. {@link #flush} comes last.
 */
final class ListenAddingRepository implements AutoCloseable {

    private static final String DELETED =
            "SELECT 1 FROM deleted_listen d WHERE d.user_id = ?1 AND d.listened_at BETWEEN ?2 AND ?3 AND (d.song_id = ?4"
                    + " OR d.song_id IN (SELECT s.id FROM song s JOIN song t ON t.id = ?4"
                    + " WHERE s.id = t.merged_into OR s.merged_into = COALESCE(t.merged_into, t.id)))";

    private static final String INSERT =
            "INSERT INTO listen (import_id, by_name, user_id, listened_at, song_id, words, shift, skipped, spread, told_song)"
                    + " VALUES %s ON CONFLICT DO NOTHING";

    /** Rows of one statement: more save little, and SQLite has a limit for parameters. */
    private static final int BATCH = 64;

    /** Keys of songs are positive. */
    private static final int SONG_BITS = 31;

    private static final BatchSql TOLD = BatchSql.of(true);
    private static final BatchSql UNTOLD = BatchSql.of(false);

    /** How many rows are written at once: of one user, and of several. */
    private record BatchSql(String ofUser, String ofUsers) {

        static BatchSql of(boolean areTold) {
            return new BatchSql(sql(areTold, true), sql(areTold, false));
        }

        String sql(boolean isOfOne) {
            return isOfOne ? ofUser : ofUsers;
        }

        private static String sql(boolean areTold, boolean isOfOne) {
            StringJoiner rows = new StringJoiner(", ");
            int place = 4;
            for (int row = 0; row < BATCH; row++) {
                int timeAndSong = place++;
                int user = isOfOne ? 3 : place++;
                String words = areTold ? "?" + place++ : "NULL";
                rows.add("(?1, ?2, ?%1$d, ?%2$d >> %3$d, ?%2$d & 0x7fffffff, %4$s, 0, 0, 0, NULL)"
                        .formatted(user, timeAndSong, SONG_BITS, words));
            }
            return INSERT.formatted(rows);
        }
    }

    private final int importId;
    private final ToldWordsRepository.ByNumber told;
    private final ToldWordsRepository.Keys words;
    private final RowOwners owners;
    private final ListenTimesRepository others;
    private final PlayRepository plays;
    private final PreparedStatement anyDeleted;
    private final PreparedStatement deleted;
    private final PreparedStatement insert;
    private final Connection connection;
    private final List<Batch> batches =
            List.of(new Batch(false, false), new Batch(true, false), new Batch(false, true), new Batch(true, true));
    private int lastUser;
    private boolean hasDeleted;

    /**
     * Prepares.
     *
     * @param importId key of an import, or what stands for a player
     * @param told what the numbers of words mean that listens come with
     */
    ListenAddingRepository(Connection connection, int importId, ToldWordsRepository.ByNumber told) throws SQLException {
        this.importId = importId;
        this.told = told;
        words = new ToldWordsRepository.Keys(connection);
        owners = new RowOwners(connection);
        others = new ListenTimesRepository(connection, importId);
        plays = new PlayRepository(connection, Math.max(0, importId), false);
        anyDeleted = connection.prepareStatement("SELECT 1 FROM deleted_listen WHERE user_id = ? LIMIT 1");
        deleted = connection.prepareStatement(DELETED);
        insert = connection.prepareStatement(INSERT.formatted("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        this.connection = connection;
    }

    /** Adds a listen, unless it is known or unwanted; counts it either way if it was heard. */
    void add(Listen came, Added added) throws SQLException {
        int owner = owners.of(came.userId());
        Listen listen = owner == came.userId() ? came : came.by(owner);
        boolean unwanted = owner == 0 || isDeleted(listen);
        Place place = unwanted ? null : place(listen);
        if (!listen.isSkipped()) {
            added.count(unwanted || (place != null && place.isKnown()));
        }
        if (!unwanted && (place == null || !place.isThere())) {
            insert(listen.words() == 0 ? listen : listen.inWords(key(listen)), place);
        }
    }

    // A listen that is there already leaves no words behind.
    private int key(Listen listen) throws SQLException {
        ToldWords ofListen = told.words(listen.words());
        return ofListen == null ? 0 : words.key(listen.userId(), ofListen);
    }

    // Most listens are of no skip, tell the second and the song: what they have in common is part of the statement.
    private void insert(Listen listen, @Nullable Place place) throws SQLException {
        long at = place == null ? listen.listenedAt() : place.at();
        int songId = place == null ? listen.songId() : place.songId();
        int shift = (int) (listen.listenedAt() - at);
        if (listen.isSkipped() || listen.spread() != 0 || shift != 0 || songId != listen.songId()) {
            Integer named = songId == listen.songId() ? null : Integer.valueOf(listen.songId());
            insertOne(listen.at(at).of(songId), shift, named);
        } else {
            batches.get((listen.isByName() ? 1 : 0) + (listen.words() == 0 ? 0 : 2))
                    .add(listen);
        }
    }

    /**
     * Listens that are to be written, in the order in which they came. Each value that is bound costs as much as a row does, so
     * time and song come as one number, and a user of all rows once.
     */
    private final class Batch {
        private final boolean isByName;
        private final boolean isTold;
        private final Listen[] rows = new Listen[BATCH];
        private int size;
        private @Nullable PreparedStatement insertOfUser;
        private @Nullable PreparedStatement insertOfUsers;

        Batch(boolean isByName, boolean isTold) {
            this.isByName = isByName;
            this.isTold = isTold;
        }

        void add(Listen listen) throws SQLException {
            rows[size++] = listen;
            if (size == BATCH) {
                insertAll();
            }
        }

        private void insertAll() throws SQLException {
            int user = rows[0].userId();
            boolean isOfOne = Arrays.stream(rows).allMatch(row -> row.userId() == user);
            PreparedStatement statement = statement(isOfOne);
            statement.setInt(1, importId);
            statement.setInt(2, isByName ? 1 : 0);
            statement.setInt(3, user);
            int place = 4;
            for (Listen row : rows) {
                statement.setLong(place++, row.listenedAt() << SONG_BITS | row.songId());
                if (!isOfOne) {
                    statement.setInt(place++, row.userId());
                }
                if (isTold) {
                    statement.setInt(place++, row.words());
                }
            }
            statement.executeUpdate();
            size = 0;
        }

        // Most writes are of fewer listens than make a batch.
        private PreparedStatement statement(boolean isOfOne) throws SQLException {
            PreparedStatement statement = isOfOne ? insertOfUser : insertOfUsers;
            if (statement == null) {
                statement = connection.prepareStatement(isTold ? TOLD.sql(isOfOne) : UNTOLD.sql(isOfOne));
                insertOfUser = isOfOne ? statement : insertOfUser;
                insertOfUsers = isOfOne ? insertOfUsers : statement;
            }
            return statement;
        }

        void close() throws SQLException {
            if (insertOfUser != null) {
                insertOfUser.close();
            }
            if (insertOfUsers != null) {
                insertOfUsers.close();
            }
        }

        boolean hasAny(int userId, long first, long last) {
            for (int row = size - 1; row >= 0; row--) {
                long time = rows[row].listenedAt();
                if (rows[row].userId() == userId && time >= first && time <= last) {
                    return true;
                }
            }
            return false;
        }

        void flush() throws SQLException {
            for (int row = 0; row < size; row++) {
                insertOne(rows[row], 0, null);
            }
            size = 0;
        }
    }

    private void insertOne(Listen listen, int shift, @Nullable Integer named) throws SQLException {
        bind(
                        insert,
                        importId,
                        listen.isByName() ? 1 : 0,
                        listen.userId(),
                        listen.listenedAt(),
                        listen.songId(),
                        listen.words() == 0 ? null : Integer.valueOf(listen.words()),
                        shift,
                        listen.isSkipped() ? 1 : 0,
                        listen.spread(),
                        named)
                .executeUpdate();
    }

    /** Writes what is still to be written. */
    void flush() throws SQLException {
        for (Batch batch : batches) {
            batch.flush();
        }
    }

    // Another source may tell the time of the same play a little differently.
    private boolean isDeleted(Listen listen) throws SQLException {
        if (listen.userId() != lastUser) {
            lastUser = listen.userId();
            hasDeleted = firstInt(anyDeleted, lastUser) != 0;
        }
        if (!hasDeleted) {
            return false;
        }
        long time = listen.listenedAt();
        int slack = plays.slack(listen.songId());
        return firstInt(deleted, listen.userId(), time - slack + 1, time + listen.spread() + slack - 1, listen.songId())
                != 0;
    }

    // Null where nobody else has told of anything about that time.
    private @Nullable Place place(Listen listen) throws SQLException {
        long first = listen.listenedAt() - PlayRepository.REACH;
        long last = listen.listenedAt() + listen.spread() + PlayRepository.REACH;
        if (!others.hasAny(listen.userId(), first, last)) {
            return null;
        }
        if (isAnyWaiting(listen)) {
            flush();
        }
        return plays.place(listen, importId);
    }

    // What waits elsewhere has nothing to do with the play.
    private boolean isAnyWaiting(Listen listen) {
        long first = listen.listenedAt() - PlayRepository.FURTHEST;
        long last = listen.listenedAt() + PlayRepository.FURTHEST;
        return batches.stream().anyMatch(batch -> batch.hasAny(listen.userId(), first, last));
    }

    @Override
    public void close() throws SQLException {
        owners.close();
        words.close();
        others.close();
        plays.close();
        Statements.close(anyDeleted, deleted, insert);
        for (Batch batch : batches) {
            batch.close();
        }
    }
}
