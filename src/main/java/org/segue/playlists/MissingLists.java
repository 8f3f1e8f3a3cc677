package org.segue.playlists;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segue.catalog.User;
import org.segue.ranking.MissingSongs;
import org.segue.ranking.MissingSongs.Missing;

/** Says what to get for listeners' libraries. Blocks. */
@Singleton
public class MissingLists {

    private final MissingSongs missing;
    private final TrackRepository tracks;
    private final Clock clock;

    MissingLists(MissingSongs missing, TrackRepository tracks, Clock clock) {
        this.missing = missing;
        this.tracks = tracks;
        this.clock = clock;
    }

    /**
     * A listener's list of now.
     *
     * @param n the most songs, positive
     */
    public MissingList of(User user, int n) {
        Missing songs = missing.of(user, n);
        Map<Integer, Long> plays = new LinkedHashMap<>();
        songs.played().forEach(song -> plays.put(song.songId(), Math.round((double) song.score())));
        songs.recommended().forEach(song -> plays.putIfAbsent(song.songId(), 0L));
        List<Track> found = tracks.of(plays.keySet());
        List<MissingList.Row> rows = found.stream()
                .map(track -> new MissingList.Row(
                        track, plays.getOrDefault(track.song().id(), 0L)))
                .toList();
        return new MissingList(songs.isKnown(), rows, document(user, found));
    }

    private PlaylistDocument document(User user, List<Track> found) {
        return new PlaylistDocument(
                null,
                PlaylistMessages.MISSING_FOR.formatted(user.name()),
                PlaylistMessages.MISSING,
                user.publicId(),
                null,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                null,
                found);
    }
}
