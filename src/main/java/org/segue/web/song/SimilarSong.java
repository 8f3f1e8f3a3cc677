package org.segue.web.song;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.ranking.ScoredSong;

/**
 * A song beside another one.
 *
 * @param id public id
 * @param title as it was first seen
 * @param artist name, empty if none is known
 * @param artistId public id, null if no artist is known
 * @param likeness cosine in percent, 0 to 100
 */
@TemplateData
public record SimilarSong(
        String id, String title, String artist, @Nullable String artistId, int likeness) {

    /** Rows in the order of the likes; songs that are gone meanwhile are passed over. */
    static List<SimilarSong> of(List<ScoredSong> likes, Map<Integer, Song> songs) {
        List<SimilarSong> rows = new ArrayList<>();
        for (ScoredSong like : likes) {
            Song song = songs.get(like.songId());
            if (song != null) {
                rows.add(of(song, like.score()));
            }
        }
        return rows;
    }

    private static SimilarSong of(Song song, float cosine) {
        int percent = Math.round(100 * Math.max(0, Math.min(1, cosine)));
        return new SimilarSong(song.publicId(), song.title(), song.artist(), song.artistPublicId(), percent);
    }
}
