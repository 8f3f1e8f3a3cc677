package org.segue.protocols.listenbrainz;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.CreditRepository.CreditedArtist;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;

/** What recordings are called, in the shape in which ListenBrainz tells it. Its methods block. */
@Singleton
class RecordingMetadata {

    private final RecordingRepository recordings;
    private final Catalog catalog;
    private final CreditRepository credits;

    RecordingMetadata(RecordingRepository recordings, Catalog catalog, CreditRepository credits) {
        this.credits = credits;
        this.recordings = recordings;
        this.catalog = catalog;
    }

    /**
     * An entry for each recording that is known.
     *
     * @param mbids ids at MusicBrainz; each is the key of its entry
     * @param parts which of {@code artist}, {@code release} and {@code tag} are wanted
     */
    Map<String, Object> of(List<String> mbids, Set<String> parts) {
        Map<String, Integer> keys = recordings.byMbids(mbids);
        Map<Integer, Song> songs = catalog.songs(keys.values()).join();
        Map<Integer, RecordingIds> ids = recordings.recordingIds(keys.values());
        Map<Integer, List<CreditedArtist>> artists =
                credits.artistsOf(songs.values().stream().map(Song::artistId).collect(Collectors.toSet()));
        Map<String, Object> entries = new LinkedHashMap<>();
        for (String mbid : mbids) {
            Song song = songs.get(keys.getOrDefault(mbid, 0));
            if (song != null) {
                Map<String, Object> entry = entry(
                        song, ids.getOrDefault(song.id(), RecordingIds.NONE).durationMs(), parts);
                if (parts.contains("artist")) {
                    entry.put("artist", artist(song, artists.getOrDefault(song.artistId(), List.of())));
                }
                entries.put(mbid, entry);
            }
        }
        return entries;
    }

    private static Map<String, Object> entry(Song song, @Nullable Integer lengthMs, Set<String> parts) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("recording", recording(song, lengthMs));
        if (parts.contains("release")) {
            entry.put("release", release(song));
        }
        if (parts.contains("tag")) {
            entry.put("tag", Map.of("recording", List.of(), "artist", List.of(), "release_group", List.of()));
        }
        return entry;
    }

    private static Map<String, Object> recording(Song song, @Nullable Integer lengthMs) {
        Map<String, Object> recording = new LinkedHashMap<>();
        recording.put("name", song.title());
        if (lengthMs != null) {
            recording.put("length", lengthMs);
        }
        recording.put("rels", List.of());
        return recording;
    }

    private static Map<String, Object> artist(Song song, List<CreditedArtist> artists) {
        Map<String, Object> artist = new LinkedHashMap<>();
        artist.put("name", song.artist());
        artist.put("artist_credit_id", song.artistId());
        List<Map<String, Object>> named = new ArrayList<>();
        int end = 0;
        for (int k = 0; k < artists.size(); k++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("artist_mbid", artists.get(k).mbid());
            one.put("name", artists.get(k).artist().name());
            end += artists.get(k).artist().name().length();
            boolean isLast = k == artists.size() - 1;
            String join = isLast
                    ? ""
                    : joinPhrase(song.artist(), end, artists.get(k + 1).artist().name());
            one.put("join_phrase", join);
            end += join.length();
            // Players go by the id, and fail on one that is missing.
            if (artists.get(k).mbid() != null) {
                named.add(one);
            }
        }
        artist.put("artists", named);
        return artist;
    }

    // What stands between two names, if both stand in the whole as they are.
    private static String joinPhrase(String whole, int from, String next) {
        int found = from <= whole.length() ? whole.indexOf(next, from) : -1;
        return found < 0 ? ", " : whole.substring(from, found);
    }

    // An unknown album is an empty object: players look into it.
    private static Map<String, Object> release(Song song) {
        Map<String, Object> release = new LinkedHashMap<>();
        if (song.album() != null) {
            release.put("name", song.album());
            release.put("album_artist_name", song.artist());
            release.put("mbid", null);
            release.put("release_group_mbid", null);
            release.put("caa_id", null);
            release.put("caa_release_mbid", null);
        }
        return release;
    }
}
