package org.segue.interactions;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.SongMerges;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackRepository;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;
import org.segue.interactions.Preferences.Preference;
import org.segue.storage.Statements;

/**
 * Adds to one user's interactions what else is known: when songs were last heard, and verdicts. Inside a read of the
 * caller's.
 *
 * <p>A verdict on an artist is one on the artist's songs: those that the user has heard, and the {@value #SONGS_OF_ARTIST}
 * that most people play. To love an artist makes of a song that was not heard no more than a song heard once. What is said
 * of a song itself comes first.
 *
 * <p>A song that was broken off more often than it was heard counts as disliked a little, see {@link Preferences#SKIP}, unless
 * something was said of it or its artist.
 */
@Singleton
class PreferenceRepository {

    /** So many songs stand for an artist: enough to point where the others lie, few enough not to drown a history. */
    private static final int SONGS_OF_ARTIST = 10;

    private static final String TIMES = "SELECT song_id, COALESCE(max(CASE skipped WHEN 0 THEN listened_at END), 0),"
            + " count(DISTINCT CASE skipped WHEN 0 THEN listened_at END),"
            + " count(DISTINCT CASE skipped WHEN 1 THEN listened_at END)"
            + " FROM listen WHERE user_id = ?"
            + " AND (import_id <= 0 OR import_id IN (SELECT id FROM import WHERE status = 'completed'))"
            + " GROUP BY song_id";

    private final FeedbackRepository feedback;

    PreferenceRepository(FeedbackRepository feedback) {
        this.feedback = feedback;
    }

    /**
     * Adds when songs were last heard, and which were broken off.
     *
     * @param plays of one user, with nothing else
     * @param joined what rows under keys of joined songs count for
     * @param lastWrite the write that had begun last when the read had begun
     */
    static HistoryWithSkips heard(Connection connection, UserHistory plays, SongMerges joined, long lastWrite)
            throws SQLException {
        ListenTimes times = listenTimes(connection, plays.userId(), joined);
        UserHistory history = new UserHistory(
                plays.userId(),
                plays.songIds(),
                plays.values(),
                times.lastHeard(plays.songIds()),
                Preferences.NONE,
                Bans.NONE);
        return new HistoryWithSkips(history, times.skipsBeyondPlays(), times.isAnySkipped(), lastWrite);
    }

    /** Adds what the user says of songs now. */
    UserHistory complete(Connection connection, HistoryWithSkips heard) throws SQLException {
        UserHistory history = heard.history();
        List<Feedback> said = feedback.of(connection, history.userId(), Instant.now()).stream()
                .map(StoredFeedback::feedback)
                .toList();
        return history.withTaste(preferences(connection, heard, said), bans(said));
    }

    private static ListenTimes listenTimes(Connection connection, int userId, SongMerges joined) throws SQLException {
        ListenTimes times = new ListenTimes();
        Statements.queryEach(
                connection,
                TIMES,
                row -> times.add(joined.target(row.getInt(1)), row.getLong(2), row.getInt(3), row.getInt(4)),
                userId);
        return times;
    }

    private static Preferences preferences(Connection connection, HistoryWithSkips heard, List<Feedback> said)
            throws SQLException {
        UserHistory history = heard.history();
        Map<Integer, Preference> bySong = new TreeMap<>();
        heard.skips().forEach((songId, skips) -> bySong.put(songId, new Preference(Preferences.ofSkips(skips), true)));
        for (Feedback feedback : said) {
            if (feedback.subject() == Subject.ARTIST && feedback.verdict() != Verdict.BAN) {
                for (int songId : songsOfArtist(connection, feedback.key(), history)) {
                    bySong.put(songId, ofArtist(feedback.verdict(), history.contains(songId)));
                }
            }
        }
        for (Feedback feedback : said) {
            if (feedback.subject() == Subject.SONG && feedback.verdict() != Verdict.BAN) {
                bySong.put(feedback.key(), new Preference(weight(feedback.verdict()), true));
            }
        }
        return bySong.isEmpty() ? Preferences.NONE : Preferences.of(bySong);
    }

    private static Preference ofArtist(Verdict verdict, boolean isHeard) {
        return new Preference(verdict == Verdict.LOVE && !isHeard ? 1 : weight(verdict), isHeard);
    }

    private static float weight(Verdict verdict) {
        return verdict == Verdict.LOVE ? Preferences.LOVE : Preferences.DISLIKE;
    }

    private static List<Integer> songsOfArtist(Connection connection, int artistId, UserHistory history)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM song WHERE artist_id IN "
                + CreditRepository.namesOf("?1") + " AND merged_into IS NULL ORDER BY listeners DESC, id")) {
            List<Integer> songs = Statements.ints(bind(select, artistId));
            List<Integer> popular = songs.subList(0, Math.min(SONGS_OF_ARTIST, songs.size()));
            return songs.stream()
                    .filter(songId -> history.contains(songId) || popular.contains(songId))
                    .toList();
        }
    }

    private static Bans bans(List<Feedback> said) {
        Feedback[] songs = bans(said, Subject.SONG);
        Feedback[] artists = bans(said, Subject.ARTIST);
        if (songs.length + artists.length == 0) {
            return Bans.NONE;
        }
        return new Bans(keys(songs), until(songs), keys(artists), until(artists));
    }

    // By key, as they come.
    private static Feedback[] bans(List<Feedback> said, Subject subject) {
        return said.stream()
                .filter(feedback -> feedback.subject() == subject && feedback.verdict() == Verdict.BAN)
                .toArray(Feedback[]::new);
    }

    private static int[] keys(Feedback[] bans) {
        return Arrays.stream(bans).mapToInt(Feedback::key).toArray();
    }

    private static long[] until(Feedback[] bans) {
        return Arrays.stream(bans).mapToLong(PreferenceRepository::until).toArray();
    }

    private static long until(Feedback ban) {
        Instant until = ban.until();
        return until == null ? Bans.FOREVER : until.getEpochSecond();
    }
}
