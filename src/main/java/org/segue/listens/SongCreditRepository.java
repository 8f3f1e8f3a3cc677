package org.segue.listens;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.FirstCredit;
import org.segue.catalog.RecordingKey;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Which songs may be one play although sources join their artists differently. Remembers the last few thousand. */
final class SongCreditRepository implements AutoCloseable {

    private static final int REMEMBERED = 4096;

    /**
     * The names of a song.
     *
     * @param family {@link FirstCredit#key}, null if there is none
     * @param rank the shortest credit comes first, which is the first artist alone if there is one
     */
    private record Credit(@Nullable String family, String rank, int lengthMs) {}

    private final PreparedStatement select;
    private final Map<Integer, Credit> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Credit> eldest) {
            return size() > REMEMBERED;
        }
    };

    SongCreditRepository(Connection connection) throws SQLException {
        select = connection.prepareStatement("SELECT s.title, a.name, s.duration_ms FROM song s"
                + " LEFT JOIN artist a ON a.id = s.artist_id WHERE s.id = ?");
    }

    /** {@link #family} of some songs. Blocks. */
    static Map<Integer, String> families(Database database, Collection<Integer> songs) {
        return ofEach(database, songs, SongCreditRepository::family);
    }

    /** {@link #rank} of some songs. Blocks. */
    static Map<Integer, String> ranks(Database database, Collection<Integer> songs) {
        return ofEach(database, songs, SongCreditRepository::rank);
    }

    /** What is asked of one song. */
    @FunctionalInterface
    private interface Question {
        String of(SongCreditRepository credits, int song) throws SQLException;
    }

    private static Map<Integer, String> ofEach(Database database, Collection<Integer> songs, Question question) {
        return database.read(connection -> {
            try (SongCreditRepository credits = new SongCreditRepository(connection)) {
                Map<Integer, String> answers = new HashMap<>();
                for (int song : songs) {
                    answers.put(song, question.of(credits, song));
                }
                return answers;
            }
        });
    }

    /** Whether two songs have a title and their first artist in common. */
    boolean isSame(int oneSong, int otherSong) throws SQLException {
        return family(oneSong).equals(family(otherSong));
    }

    /** What a song has in common with those that may be one play with it. */
    String family(int song) throws SQLException {
        String family = credit(song).family();
        return family == null ? String.valueOf(song) : family;
    }

    /** {@link ToldListen.SongFacts#rank}. */
    String rank(int song) throws SQLException {
        return credit(song).rank();
    }

    /** {@link SameListen#slack} of a song. */
    int slack(int song) throws SQLException {
        return SameListen.slack(credit(song).lengthMs());
    }

    private Credit credit(int song) throws SQLException {
        Credit before = known.get(song);
        if (before != null) {
            return before;
        }
        Credit found = Statements.queryFirst(
                        bind(select, song), row -> credit(row.getString(1), row.getString(2), row.getInt(3)))
                .orElse(new Credit(null, "", 0));
        known.put(song, found);
        return found;
    }

    private static Credit credit(String title, @Nullable String artist, int lengthMs) {
        String key = artist == null ? "" : RecordingKey.of(artist, title);
        return new Credit(FirstCredit.key(artist, title), "%06d %s".formatted(key.length(), key), lengthMs);
    }

    @Override
    public void close() throws SQLException {
        Statements.close(select);
    }
}
