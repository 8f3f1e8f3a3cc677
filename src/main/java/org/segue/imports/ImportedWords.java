package org.segue.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
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

    /** Chooses; the keys of all songs are there. */
    void choose(StagedRowsRepository staging) {
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
