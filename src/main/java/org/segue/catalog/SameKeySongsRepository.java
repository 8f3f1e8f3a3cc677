package org.segue.catalog;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Statements;
import org.segue.storage.Statements.RowMapper;

/**
 * Finds, among the songs of one key, the one that is told of: most keys have one song. Of several, that of the same album, else
 * of about the same length, else the one that most people have. For one thread.
 */
final class SameKeySongsRepository implements AutoCloseable {

    /**
     * A song of the key.
     *
     * @param isNoted whether it was joined or left apart when the keys were made anew: then its former spelling finds it
     */
    private record Candidate(
            int id, @Nullable String album, int durationMs, boolean isMerged, String formerKey, boolean isNoted) {

        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(
                    row.getInt(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4) != 0,
                    row.getString(5),
                    row.getInt(6) != 0);
        }

        boolean mayBe(ExternalSong song) {
            return !RecordingLengths.areTwo(durationMs, album, length(song), song.album());
        }
    }

    private final PreparedStatement first;
    private final PreparedStatement firstKeys;
    private final PreparedStatement all;
    private final PreparedStatement described;
    private final RowMapper<Candidate> candidate = Candidate::of;

    SameKeySongsRepository(Connection connection) throws SQLException {
        first = connection.prepareStatement("SELECT id, album, duration_ms FROM song WHERE recording_key = ? LIMIT 2");
        firstKeys = connection.prepareStatement("SELECT id FROM song WHERE recording_key = ? LIMIT 2");
        described = connection.prepareStatement("SELECT album, duration_ms FROM song WHERE id = ?");
        all = connection.prepareStatement("SELECT s.id, s.album, s.duration_ms, s.merged_into IS NOT NULL,"
                + " COALESCE(s.former_key, s.recording_key), EXISTS (SELECT 1 FROM song_merge m WHERE m.rule = 'key'"
                + " AND (m.from_id = s.id OR m.into_id = s.id))"
                + " FROM song s WHERE s.recording_key = ? ORDER BY s.listeners DESC, s.id");
    }

    /**
     * Key of the song of a recording key that is told of.
     *
     * @return 0 if there is no song of the key, or all of them are other recordings
     */
    int find(String recordingKey, ExternalSong song) throws SQLException {
        if (song.album() == null || song.durationMs() == null) {
            return findWhateverItIs(recordingKey, song);
        }
        int only = 0;
        try (ResultSet row = bind(first, recordingKey).executeQuery()) {
            while (row.next()) {
                if (only != 0) {
                    return findAmongSeveral(recordingKey, song);
                }
                boolean isOther = RecordingLengths.areTwo(row.getInt(3), row.getString(2), length(song), song.album());
                only = isOther ? -1 : row.getInt(1);
            }
        }
        return Math.max(only, 0);
    }

    // The index has all that is asked for.
    private int findWhateverItIs(String recordingKey, ExternalSong song) throws SQLException {
        try (ResultSet row = bind(firstKeys, recordingKey).executeQuery()) {
            int first = row.next() ? row.getInt(1) : 0;
            return first != 0 && row.next() ? findAmongSeveral(recordingKey, song) : first;
        }
    }

    /** Key of a song that a further spelling names, 0 if it is another recording than the one that is told of. */
    int unlessOther(int key, ExternalSong song) throws SQLException {
        if (key == 0 || song.album() == null || song.durationMs() == null) {
            return key;
        }
        try (ResultSet row = bind(described, key).executeQuery()) {
            boolean isOther =
                    row.next() && RecordingLengths.areTwo(row.getInt(2), row.getString(1), length(song), song.album());
            return isOther ? 0 : key;
        }
    }

    private int findAmongSeveral(String recordingKey, ExternalSong song) throws SQLException {
        List<Candidate> songs = Statements.query(bind(all, recordingKey), candidate);
        boolean anyNoted = songs.stream().anyMatch(Candidate::isNoted);
        if (anyNoted) {
            String spelt =
                    FormerRecordingKey.of(song.artist() == null ? "" : song.artist(), String.valueOf(song.title()));
            int found =
                    best(songs, song, one -> one.isNoted() && one.formerKey().equals(spelt));
            if (found != 0) {
                return found;
            }
        }
        return best(songs, song, one -> !one.isMerged());
    }

    private static int best(List<Candidate> songs, ExternalSong song, Predicate<Candidate> among) {
        return songs.stream()
                .filter(among)
                .filter(one -> one.mayBe(song))
                .min(Comparator.comparing((Candidate one) -> !isOfAlbum(one, song))
                        .thenComparing(one -> distance(one, song)))
                .map(Candidate::id)
                .orElse(0);
    }

    private static boolean isOfAlbum(Candidate one, ExternalSong song) {
        return one.album() != null
                && song.album() != null
                && FoldedText.words(one.album()).equals(FoldedText.words(song.album()));
    }

    // A song of unknown length comes behind those that may fit and before those that do not.
    private static int distance(Candidate one, ExternalSong song) {
        int told = length(song);
        if (told == 0) {
            return 0;
        }
        if (one.durationMs() == 0) {
            return 2;
        }
        if (RecordingLengths.areAlike(told, one.durationMs())) {
            return 0;
        }
        return RecordingLengths.areFarApart(told, one.durationMs()) ? 3 : 1;
    }

    private static int length(ExternalSong song) {
        return song.durationMs() == null ? 0 : song.durationMs();
    }

    @Override
    public void close() throws SQLException {
        Statements.close(first, firstKeys, all, described);
    }
}
