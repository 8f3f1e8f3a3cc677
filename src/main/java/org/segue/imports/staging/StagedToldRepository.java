package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.listens.Listen;
import org.segue.listens.ToldWords;

/** How the plays of one import were told, by the numbers under which they are staged. For one thread. */
public final class StagedToldRepository {

    private static final String SONG = "SELECT s.number, s.title, s.artist, s.album, s.mbid, s.isrc, s.duration, ";

    private static final String NAMED = " s.title IS NOT NULL AND s.artist IS NOT NULL";

    private static final String OF_SONGS = SONG + "s.number, NULL FROM song s WHERE" + NAMED
            + " AND (s.album IS NOT NULL OR s.mbid IS NOT NULL OR s.isrc IS NOT NULL OR s.duration IS NOT NULL)";

    private static final String OF_WORDS =
            SONG + "w.number, w.info FROM words w JOIN song s ON s.number = w.song WHERE" + NAMED;

    /**
     * How plays were told.
     *
     * @param number under which it is staged
     * @param song as it was told
     * @param info what else was told, null if nothing was
     */
    public record StagedWords(
            int number, ExternalSong song, @Nullable String info) {

        ToldWords words() {
            ToldWords ofSong = ToldWords.of(song, "");
            return info == null ? ofSong : new ToldWords(ofSong.artist(), ofSong.title(), ofSong.album(), info);
        }

        /** Whether they say the same as the words of a song; what they do not say may be known of the song. */
        public boolean areOf(ExternalSong known) {
            return info == null ? isOf(known) : words().equals(ToldWords.of(known, ""));
        }

        private boolean isOf(ExternalSong known) {
            return Objects.equals(song.artist(), known.artist())
                    && Objects.equals(song.title(), known.title())
                    && isSilentOrSame(song.album(), known.album())
                    && isSilentOrSame(song.mbid(), known.mbid())
                    && isSilentOrSame(song.isrc(), known.isrc())
                    && isSilentOrSame(song.durationMs(), known.durationMs());
        }

        private static boolean isSilentOrSame(@Nullable Object told, @Nullable Object known) {
            return told == null || told.equals(known);
        }
    }

    private final Connection connection;
    private final StagedPortionsRepository portions;
    private final StagedWordsRepository words;
    private final int[] lengths;
    private final boolean areKept;
    private final int[] kept;

    /**
     * Nothing chosen yet.
     *
     * @param words what the numbers mean that are not those of songs
     * @param lengths of songs by number, with a place for all numbers
     * @param areKept whether any words are kept
     */
    StagedToldRepository(
            Connection connection,
            StagedPortionsRepository portions,
            StagedWordsRepository words,
            int[] lengths,
            boolean areKept) {
        this.connection = connection;
        this.portions = portions;
        this.words = words;
        this.lengths = lengths.clone();
        this.areKept = areKept;
        this.kept = new int[lengths.length];
    }

    /** Hands on all that say more than artist and title, if any words are kept. */
    public void each(Consumer<List<StagedWords>> consumer) {
        if (areKept) {
            portions.each(OF_SONGS, this::words, consumer);
            portions.each(OF_WORDS, this::words, consumer);
        }
    }

    /** The number of the song of a number. */
    int songOf(int number) {
        return words.songOf(number);
    }

    private StagedWords words(ResultSet row) throws SQLException {
        int duration = Math.max(row.getInt(7), lengths[row.getInt(1)]);
        ExternalSong song = ExternalSong.named(row.getString(3), row.getString(2), row.getString(4))
                .with(row.getString(5), row.getString(6), duration == 0 ? null : Integer.valueOf(duration));
        return new StagedWords(row.getInt(8), song, row.getString(9));
    }

    /** The words of a number are to be kept. */
    public void keep(int number) {
        kept[number] = number;
    }

    /** Numbers of the words that are kept, by their numbers; 0 of all others. */
    int[] kept() {
        return kept.clone();
    }

    /** The words of listens by their numbers. */
    public Map<Integer, ToldWords> words(List<Listen> listens) {
        Map<Integer, ToldWords> found = new HashMap<>();
        try (PreparedStatement ofSong = connection.prepareStatement(OF_SONGS + " AND s.number = ?");
                PreparedStatement ofWords = connection.prepareStatement(OF_WORDS + " AND w.number = ?")) {
            for (Listen listen : listens) {
                int number = listen.words();
                if (number != 0 && !found.containsKey(number)) {
                    ToldWords words = find(ofWords, number);
                    found.put(number, words == null ? find(ofSong, number) : words);
                }
            }
        } catch (SQLException e) {
            throw StagingRepository.failed(e);
        }
        return found;
    }

    private @Nullable ToldWords find(PreparedStatement statement, int number) throws SQLException {
        try (ResultSet row = bind(statement, number).executeQuery()) {
            return row.next() ? words(row).words() : null;
        }
    }
}
