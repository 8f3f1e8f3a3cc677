package org.segue.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.catalog.SpotifyTrackRepository;
import org.segue.imports.staging.StagedRowsRepository;
import org.segue.imports.staging.StagedToldRepository.StagedWords;
import org.segue.listens.ToldInfo;
import org.segue.storage.Database;

/**
 * Chooses, of the words in which files tell of plays, those that are kept: all that say anything else than what is known of the song
 * itself. Learns from them which artists are credited together. Its methods block.
 */
@Singleton
class ImportedWords {

    private final Database database;
    private final SongRepository songs;
    private final RecordingRepository recordings;

    ImportedWords(Database database, SongRepository songs, RecordingRepository recordings) {
        this.database = database;
        this.songs = songs;
        this.recordings = recordings;
    }

    /** Chooses; the keys of all songs are there. Keeps what Spotify calls the songs as well. */
    void choose(StagedRowsRepository staging) {
        staging.tracks(portion -> {
            SortedMap<String, Integer> tracks = new TreeMap<>();
            portion.forEach(track -> tracks.put(track.getKey(), staging.songKey(track.getValue())));
            keepTracks(tracks);
        });
        staging.told().each(portion -> {
            Set<Integer> keys = new HashSet<>();
            portion.forEach(words -> keys.add(staging.songKey(words.number())));
            Map<Integer, ExternalSong> known = known(keys);
            for (StagedWords words : portion) {
                ExternalSong song = known.get(staging.songKey(words.number()));
                if (song == null || !words.areOf(song)) {
                    staging.told().keep(words.number());
                }
            }
            learnCredits(portion);
            keepTracks(tracks(portion, staging));
        });
    }

    private static SortedMap<String, Integer> tracks(List<StagedWords> portion, StagedRowsRepository staging) {
        SortedMap<String, Integer> tracks = new TreeMap<>();
        for (StagedWords words : portion) {
            String uri = SpotifyTrackRepository.uriInInfo(words.info());
            if (uri != null) {
                tracks.putIfAbsent(uri, staging.songKey(words.number()));
            }
        }
        return tracks;
    }

    /** @param tracks in the order in which the database keeps them */
    private void keepTracks(SortedMap<String, Integer> tracks) {
        database.writeEach(List.copyOf(tracks.entrySet()), (connection, turn) -> {
            try (SpotifyTrackRepository kept = new SpotifyTrackRepository(connection)) {
                while (turn.hasNext()) {
                    Map.Entry<String, Integer> track = turn.next();
                    kept.keep(track.getKey(), track.getValue());
                }
            }
        });
    }

    private Map<Integer, ExternalSong> known(Set<Integer> keys) {
        Map<Integer, RecordingIds> ids = recordings.recordingIds(keys);
        Map<Integer, ExternalSong> known = new HashMap<>();
        for (Song song : songs.byIds(keys)) {
            RecordingIds ofSong = ids.getOrDefault(song.id(), RecordingIds.NONE);
            known.put(
                    song.id(),
                    ExternalSong.named(song.artist(), song.title(), song.album())
                            .with(ofSong.mbid(), ofSong.isrc(), ofSong.durationMs()));
        }
        return known;
    }

    private void learnCredits(List<StagedWords> portion) {
        List<StagedWords> telling = new ArrayList<>(portion);
        telling.removeIf(words -> words.info() == null || !ToldInfo.creditsArtists(words.info()));
        database.writeEach(telling, (connection, turn) -> {
            try (CreditRepository.Learning credits = new CreditRepository.Learning(connection)) {
                while (turn.hasNext()) {
                    StagedWords words = turn.next();
                    String artist = String.valueOf(words.song().artist());
                    credits.learn(artist, ToldInfo.credit(artist, ToldInfo.node(String.valueOf(words.info()))));
                }
            }
        });
    }
}
