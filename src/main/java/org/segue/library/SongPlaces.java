package org.segue.library;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.catalog.SongLinks;
import org.segue.library.SongPlaceRepository.Held;
import org.segue.storage.Database;

/**
 * Finds where songs can be heard: on a listener's own servers; of a song that is on none, where the world knows the recording; if nothing
 * is known of it, where a search of its names may find it. Methods block, unless they return a future.
 */
@Singleton
public class SongPlaces {

    /** So many addresses outside of the house are told of one song. */
    private static final int MAX_OUTSIDE = 2;

    private final SongPlaceRepository held;
    private final RecordingRepository recordings;
    private final Database database;

    SongPlaces(SongPlaceRepository held, RecordingRepository recordings, Database database) {
        this.held = held;
        this.recordings = recordings;
        this.database = database;
    }

    /**
     * Places by the keys of songs.
     *
     * @param bySong at least one of each song that was asked for
     */
    public record Found(Map<Integer, List<SongPlace>> bySong) {

        /** Of no song. */
        public static final Found NOTHING = new Found(Map.of());

        /** Those of a song, the best first. */
        public List<SongPlace> of(int songId) {
            return bySong.getOrDefault(songId, List.of());
        }

        /** Whether any is outside of the house. */
        public boolean leadsOutside() {
            return bySong.values().stream().flatMap(List::stream).anyMatch(SongPlace::isOutside);
        }
    }

    /**
     * Where songs can be heard.
     *
     * @param userIds keys of those on whose servers; if there are none, on any server
     */
    public Found of(Collection<Song> songs, Collection<Integer> userIds) {
        List<Integer> keys = songs.stream().map(Song::id).distinct().toList();
        if (keys.isEmpty()) {
            return Found.NOTHING;
        }
        Map<Integer, List<Held>> inHouse = held.of(keys, userIds);
        Map<Integer, RecordingIds> ids = recordings.recordingIds(keys);
        Map<Integer, String> tracks = held.spotifyTracks(keys);
        Map<Integer, List<SongPlace>> found = new HashMap<>();
        for (Song song : songs) {
            List<SongPlace> own = own(inHouse.getOrDefault(song.id(), List.of()));
            found.put(
                    song.id(),
                    own.isEmpty()
                            ? outside(song, ids.getOrDefault(song.id(), RecordingIds.NONE), tracks.get(song.id()))
                            : own);
        }
        return new Found(found);
    }

    /** The same, found on a worker thread. */
    public CompletableFuture<Found> find(Collection<Song> songs, Collection<Integer> userIds) {
        return CompletableFuture.supplyAsync(() -> of(songs, userIds), database.workers());
    }

    // One address a server, whatever copies of the song it has.
    private static List<SongPlace> own(List<Held> copies) {
        LinkedHashSet<String> servers = new LinkedHashSet<>();
        List<SongPlace> places = new ArrayList<>();
        for (Held copy : copies) {
            Optional<String> address = ServerPages.of(copy);
            if (address.isPresent() && servers.add(copy.library())) {
                places.add(new SongPlace(SongPlace.Kind.LIBRARY, copy.library(), address.get()));
            }
        }
        return places;
    }

    private static List<SongPlace> outside(Song song, RecordingIds ids, @Nullable String spotifyTrack) {
        SongLinks links = SongLinks.of(ids);
        List<SongPlace> known = new ArrayList<>();
        add("ListenBrainz", links.listenBrainz(), known);
        add(
                "Spotify",
                spotifyTrack == null ? links.spotify() : "https://open.spotify.com/track/" + spotifyTrack,
                known);
        add("MusicBrainz", links.musicBrainz(), known);
        if (known.isEmpty()) {
            String words = (song.artist() + " " + song.title()).strip();
            String address = "https://www.youtube.com/results?search_query=";
            known.add(new SongPlace(
                    SongPlace.Kind.SEARCH, "YouTube", address + URLEncoder.encode(words, StandardCharsets.UTF_8)));
        }
        return List.copyOf(known.subList(0, Math.min(MAX_OUTSIDE, known.size())));
    }

    private static void add(String name, @Nullable String address, List<SongPlace> places) {
        if (address != null) {
            places.add(new SongPlace(SongPlace.Kind.WORLD, name, address));
        }
    }
}
