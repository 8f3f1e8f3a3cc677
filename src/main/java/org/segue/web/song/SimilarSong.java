package org.segue.web.song;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.ranking.ScoredSong;
import org.segue.web.Formatting;

/**
 * A similar song.
 *
 * @param id public id
 * @param title as it was first seen
 * @param artist name, empty if none is known
 * @param artistId public id, null if no artist is known
 * @param similarity cosine in percent, 0 to 100
 */
@TemplateData
public record SimilarSong(
        String id, String title, String artist, @Nullable String artistId, int similarity) {

    /** Rows in the order of the scores; songs that have been deleted meanwhile are left out. */
    static List<SimilarSong> of(List<ScoredSong> similar, Map<Integer, Song> songs) {
        List<SimilarSong> rows = new ArrayList<>();
        for (ScoredSong scored : similar) {
            Song song = songs.get(scored.songId());
            if (song != null) {
                rows.add(of(song, scored.score()));
            }
        }
        return rows;
    }

    private static SimilarSong of(Song song, float cosine) {
        return new SimilarSong(
                song.publicId(), song.title(), song.artist(), song.artistPublicId(), Formatting.similarity(cosine));
    }
}
