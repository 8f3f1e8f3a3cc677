package org.segue.interactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.SongMergeRepository;
import org.segue.catalog.SongMerges;
import org.segue.catalog.SongRepository;
import org.segue.listens.Measure;
import org.segue.listens.PlaysBySource;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Interactions as the listens and play counts in the database come to them. Its methods block. */
@Singleton
public class InteractionRepository {

    private static final String PLAY_COUNTS = "SELECT user_id, song_id, import_id, rating, value FROM play_count"
            + " WHERE true %s ORDER BY user_id, song_id, import_id, rating";
    private static final String LISTENS = "SELECT user_id, song_id, listened_at, import_id FROM listen"
            + " WHERE skipped = 0 %s ORDER BY user_id, listened_at, song_id, import_id";

    private static final String OF_HOUSEHOLD =
            "AND user_id IN (SELECT id FROM user WHERE population = 0 AND merged_into IS NULL)";

    private static final String OF_HOUSEHOLD_AND_SONGS = OF_HOUSEHOLD + " AND song_id IN (%s)";

    private static final String SONG = "SELECT id FROM song WHERE id = %1$d OR merged_into = %1$d";

    // A song counts for the artist of the one that it was joined to.
    private static final String SONGS_OF_ARTIST = "SELECT id FROM song WHERE artist_id IN "
            + CreditRepository.namesOf("%1$d") + " AND merged_into IS NULL"
            + " UNION ALL SELECT id FROM song WHERE merged_into IN (SELECT id FROM song WHERE artist_id IN "
            + CreditRepository.namesOf("%1$d") + ")";

    /** What players sent belongs to no import, and always counts: it has this number or a lower one. */
    private static final int SCROBBLED = 0;

    private final Database database;
    private final SongRepository songs;
    private final PreferenceRepository taste;

    InteractionRepository(Database database, SongRepository songs, PreferenceRepository taste) {
        this.database = database;
        this.songs = songs;
        this.taste = taste;
    }

    /** All interactions, at one moment. O(rows). */
    public InteractionMatrix matrix(Measure measure) {
        return database.read(connection -> read(connection, measure, "").build());
    }

    /** All plays as one connection sees them. O(rows). */
    public static InteractionMatrix plays(Connection connection) throws SQLException {
        return read(connection, Measure.PLAYS, "").build();
    }

    /** Interactions of the household alone, at one moment. O(rows). */
    public InteractionMatrix ofHousehold(Measure measure) {
        return database.read(
                connection -> read(connection, measure, OF_HOUSEHOLD).build());
    }

    /** What one user's listens and plays come to, at one moment. O(rows of the user). */
    HistoryWithSkips heard(int userId, Measure measure) {
        return database.read(connection -> {
            SongMerges joined = songs.joined(connection);
            // After the first statement, from which on nothing new is seen.
            long lastWrite = database.lastWrite();
            InteractionMatrix matrix =
                    read(connection, measure, "AND user_id = " + userId).build();
            UserHistory plays =
                    matrix.users() == 0 ? new UserHistory(userId, new int[0], new float[0]) : matrix.history(0);
            return PreferenceRepository.heard(connection, plays, joined, lastWrite);
        });
    }

    /** The same with what the user says of songs now. O(verdicts), and songs of the artists that these are on. */
    UserHistory complete(HistoryWithSkips heard) {
        return database.read(connection -> taste.complete(connection, heard));
    }

    /** What is known of one user: interactions, when songs were last heard, verdicts. */
    public UserHistory history(int userId, Measure measure) {
        return complete(heard(userId, measure));
    }

    /**
     * Plays of one song, by key of the user, of the household alone.
     *
     * <p>Play counts are sought by key; of listens, all that the household has are read.
     *
     * @param songId database key
     */
    public Map<Integer, Double> householdPlaysOfSong(int songId) {
        return householdPlays(SONG.formatted(songId));
    }

    /**
     * Plays of all songs of an artist, by key of the user, of the household alone. Reads as {@link #householdPlaysOfSong} does,
     * at one moment.
     *
     * @param artistId database key
     */
    public Map<Integer, Double> householdPlaysOfArtist(int artistId) {
        return householdPlays(SONGS_OF_ARTIST.formatted(artistId));
    }

    private Map<Integer, Double> householdPlays(String songs) {
        InteractionMatrix matrix =
                database.read(connection -> read(connection, Measure.PLAYS, OF_HOUSEHOLD_AND_SONGS.formatted(songs))
                        .build());
        Map<Integer, Double> plays = new HashMap<>();
        for (int row = 0; row < matrix.users(); row++) {
            for (int cell = matrix.rowStart()[row]; cell < matrix.rowStart()[row + 1]; cell++) {
                plays.merge(matrix.userIds()[row], (double) matrix.values()[cell], Double::sum);
            }
        }
        return plays;
    }

    /** What the values of an explicit model are: ratings where there are any, else plays. */
    public Measure explicitMeasure() {
        int ratings = database.read(connection -> Statements.selectInt(
                connection,
                "SELECT EXISTS (SELECT 1 FROM import i JOIN play_count p ON p.import_id = i.id AND p.rating = 1"
                        + " WHERE i.status = 'completed')"));
        return ratings > 0 ? Measure.RATINGS : Measure.PLAYS;
    }

    private static InteractionMatrixBuilder read(Connection connection, Measure measure, String where)
            throws SQLException {
        Map<Integer, Integer> inForce = sourceByImport(connection);
        SongMerges joined = SongMergeRepository.allJoined(connection);
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        addPlayCounts(connection, where, joined, new CellSum(inForce, measure), builder);
        if (measure == Measure.PLAYS) {
            addListens(connection, where, joined, inForce, builder);
        }
        return builder;
    }

    private static Map<Integer, Integer> sourceByImport(Connection connection) throws SQLException {
        Map<Integer, Integer> imports = new HashMap<>();
        imports.put(SCROBBLED, 0);
        Statements.queryEach(
                connection,
                "SELECT i.id, " + PlaysBySource.KEY + " FROM import i WHERE i.status = 'completed'",
                row -> imports.put(row.getInt(1), row.getInt(2)));
        return imports;
    }

    private static void addPlayCounts(
            Connection connection, String where, SongMerges joined, CellSum cell, InteractionMatrixBuilder builder)
            throws SQLException {
        MergedCells apart = new MergedCells(joined);
        try (PreparedStatement select = connection.prepareStatement(PLAY_COUNTS.formatted(where));
                ResultSet row = select.executeQuery()) {
            int user = 0;
            int song = 0;
            while (row.next()) {
                if (row.getInt(1) != user || row.getInt(2) != song) {
                    addCell(user, song, cell, builder);
                    user = row.getInt(1);
                    song = row.getInt(2);
                }
                Measure measure = row.getInt(4) == 1 ? Measure.RATINGS : Measure.PLAYS;
                if (joined.concerns(song)) {
                    apart.add(user, song, row.getInt(3), measure, row.getFloat(5));
                } else {
                    cell.add(row.getInt(3), measure, row.getFloat(5));
                }
            }
            addCell(user, song, cell, builder);
        }
        apart.forEach(cell::add, (user, song) -> addCell(user, song, cell, builder));
    }

    private static void addCell(int user, int song, CellSum cell, InteractionMatrixBuilder builder) {
        if (!cell.isEmpty()) {
            builder.add(user, song, cell.value());
        }
        cell.clear();
    }

    // The builder adds the single plays up; a listen that several imports brought is one play.
    private static void addListens(
            Connection connection,
            String where,
            SongMerges joined,
            Map<Integer, Integer> inForce,
            InteractionMatrixBuilder builder)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LISTENS.formatted(where));
                ResultSet row = select.executeQuery()) {
            int user = 0;
            long listenedAt = 0;
            Set<Integer> played = new HashSet<>();
            while (row.next()) {
                if (row.getInt(1) != user || row.getLong(3) != listenedAt) {
                    user = row.getInt(1);
                    listenedAt = row.getLong(3);
                    played.clear();
                }
                int song = joined.target(row.getInt(2));
                if ((row.getInt(4) <= SCROBBLED || inForce.containsKey(row.getInt(4))) && played.add(song)) {
                    builder.addListen(user, song, listenedAt);
                }
            }
        }
    }
}
