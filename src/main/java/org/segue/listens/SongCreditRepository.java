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

    /** The names of a song; what is made of them is made when it is asked for, and kept. */
    private static final class Credit {
        private final @Nullable String title;
        private final @Nullable String artist;
        private final int lengthMs;
        private @Nullable String family;
        private @Nullable String rank;

        Credit(@Nullable String title, @Nullable String artist, int lengthMs) {
            this.title = title;
            this.artist = artist;
            this.lengthMs = lengthMs;
        }

        // FirstCredit.key, or the song's own key if there is none.
        String family(int song) {
            String known = family;
            if (known == null) {
                String key = FirstCredit.key(artist, title);
                known = key == null ? String.valueOf(song) : key;
                family = known;
            }
            return known;
        }

        // The shortest credit comes first, which is the first artist alone if there is one.
        String rank() {
            String known = rank;
            if (known == null) {
                String key = artist == null || title == null ? "" : RecordingKey.of(artist, title);
                known = "%06d %s".formatted(key.length(), key);
                rank = known;
            }
            return known;
        }
    }

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
        return credit(song).family(song);
    }

    /** {@link ToldListen.SongFacts#rank}. */
    String rank(int song) throws SQLException {
        return credit(song).rank();
    }

    /** {@link SameListen#slack} of a song. */
    int slack(int song) throws SQLException {
        return SameListen.slack(credit(song).lengthMs);
    }

    private Credit credit(int song) throws SQLException {
        Credit before = known.get(song);
        if (before != null) {
            return before;
        }
        Credit found = Statements.queryFirst(
                        bind(select, song), row -> new Credit(row.getString(1), row.getString(2), row.getInt(3)))
                .orElse(new Credit(null, null, 0));
        known.put(song, found);
        return found;
    }

    @Override
    public void close() throws SQLException {
        Statements.close(select);
    }
}
