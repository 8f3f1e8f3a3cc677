package org.segue.people.listening;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segue.catalog.Catalog;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.Song;
import org.segue.catalog.SongTags;
import org.segue.catalog.SongTagsRepository;
import org.segue.people.listening.ListeningReport.AlbumPlays;
import org.segue.people.listening.ListeningReport.SongPlays;
import org.segue.people.listening.ListeningReport.Top;

/** Looks up who made what was played, and what it is called. Its methods block: O(songs that were ever played by the user). */
@Singleton
class Shelves {

    private final SongTagsRepository tags;
    private final CreditRepository credits;
    private final Catalog catalog;

    Shelves(SongTagsRepository tags, CreditRepository credits, Catalog catalog) {
        this.tags = tags;
        this.credits = credits;
        this.catalog = catalog;
    }

    /** The plays by artist and album. */
    Shelf of(PlayCounts counts) {
        SongTags tagged = tags.of(counts.known().stream().toArray());
        return new Shelf(
                counts,
                tagged,
                credits.artistsOf(Arrays.stream(tagged.artistIds()).boxed().collect(Collectors.toSet())));
    }

    /** What was played most. */
    Top top(Shelf shelf, int most) {
        List<Integer> topSongs = shelf.topSongs(most);
        List<Integer> topAlbums = shelf.topAlbums(most);
        Map<Integer, Song> songs = catalog.songs(
                        Stream.concat(topSongs.stream(), topAlbums.stream().map(shelf::songOfAlbum))
                                .collect(Collectors.toSet()))
                .join();
        return new Top(
                shelf.topArtists(most),
                topSongs.stream()
                        .filter(songs::containsKey)
                        .map(song ->
                                new SongPlays(known(songs, song), shelf.counts().playsOf(song)))
                        .toList(),
                topAlbums.stream()
                        .filter(album -> songs.containsKey(shelf.songOfAlbum(album)))
                        .map(album -> new AlbumPlays(
                                shelf.albumName(album),
                                known(songs, shelf.songOfAlbum(album)),
                                shelf.playsOfAlbum(album)))
                        .toList());
    }

    private static Song known(Map<Integer, Song> songs, int song) {
        return Objects.requireNonNull(songs.get(song));
    }
}
