package org.segue.protocols.audiomuse;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.library.mixes.FileOfSong;
import org.segue.library.mixes.MixLibraries;
import org.segue.ranking.ScoredSong;

/** Puts songs into the words and ids of a library. Its methods block. */
@Singleton
class Tracks {

    private final MixLibraries libraries;
    private final Catalog catalog;

    Tracks(MixLibraries libraries, Catalog catalog) {
        this.libraries = libraries;
        this.catalog = catalog;
    }

    /**
     * A mix.
     *
     * @param eachFile whether every file of a song is named, one after the other
     * @param n the most
     */
    List<MixTrack> mix(int libraryId, List<ScoredSong> songs, boolean eachFile, int n) {
        List<Integer> keys = songs.stream().map(ScoredSong::songId).toList();
        NamedSongs named = names(libraryId, keys);
        List<MixTrack> mix = new ArrayList<>();
        for (ScoredSong song : songs) {
            named.of(song.songId()).stream()
                    .limit(eachFile ? n : 1)
                    .map(track -> track.at(song.score()))
                    .forEach(mix::add);
        }
        return mix.stream().limit(n).toList();
    }

    /** Songs in order, one file of each. */
    List<NamedTrack> named(int libraryId, List<Integer> songIds) {
        NamedSongs named = names(libraryId, songIds);
        return songIds.stream()
                .flatMap(song -> named.of(song).stream().limit(1))
                .toList();
    }

    private NamedSongs names(int libraryId, List<Integer> songIds) {
        return new NamedSongs(
                libraries.files(libraryId, songIds), catalog.songs(songIds).join());
    }

    private record NamedSongs(Map<Integer, List<FileOfSong>> files, Map<Integer, Song> songs) {

        List<NamedTrack> of(int songId) {
            List<FileOfSong> owned = files.get(songId);
            if (owned != null) {
                return owned.stream().map(NamedSongs::track).toList();
            }
            Song song = songs.get(songId);
            return song == null ? List.of() : List.of(track(song));
        }

        private static NamedTrack track(FileOfSong file) {
            return new NamedTrack(file.id(), file.title(), Objects.requireNonNullElse(file.artist(), ""), file.album());
        }

        private static NamedTrack track(Song song) {
            return new NamedTrack(Seeds.OURS + song.publicId(), song.title(), song.artist(), song.album());
        }
    }
}
