package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;
import org.segue.catalog.Song;

/**
 * Songs that a question names.
 *
 * @param seeds songs to start from
 * @param ignored songs that the answer must not be made from
 */
@TemplateData
public record PickedSongs(List<PickedSong> seeds, List<PickedSong> ignored) {

    /** Copies the lists. */
    public PickedSongs {
        seeds = List.copyOf(seeds);
        ignored = List.copyOf(ignored);
    }

    /**
     * A song that a question names.
     *
     * @param id public id
     * @param title the id where there is no such song
     * @param artist name, empty if none is known
     * @param without address of the page that asks the same without it
     */
    @TemplateData
    public record PickedSong(String id, String title, String artist, String without) {

        static PickedSong of(String id, Optional<Song> song, String without) {
            return new PickedSong(
                    id, song.map(Song::title).orElse(id), song.map(Song::artist).orElse(""), without);
        }
    }
}
