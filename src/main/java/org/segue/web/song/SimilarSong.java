package org.segue.web.song;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.ranking.ScoredSong;
import org.segue.web.Formatting;

/**
 * A similar song.
 *
 * @param key database key
 * @param id public id
 * @param title as it was first seen
 * @param artist name, empty if none is known
 * @param artistId public id, null if no artist is known
 * @param similarity cosine in percent, 0 to 100; null where too few listeners have one of the two
 */
@TemplateData
public record SimilarSong(
        int key,
        String id,
        String title,
        String artist,
        @Nullable String artistId,
        @Nullable Integer similarity) {

    /**
     * Rows in the order of the scores; songs that have been deleted meanwhile are left out.
     *
     * @param listeners by key of a song, how many have the one of the two that fewer have
     */
    static List<SimilarSong> of(List<ScoredSong> similar, Map<Integer, Song> songs, IntUnaryOperator listeners) {
        List<SimilarSong> rows = new ArrayList<>();
        for (ScoredSong scored : similar) {
            Song song = songs.get(scored.songId());
            if (song != null) {
                rows.add(of(song, Formatting.similarity(scored.score(), listeners.applyAsInt(song.id()))));
            }
        }
        return rows;
    }

    private static SimilarSong of(Song song, @Nullable Integer similarity) {
        return new SimilarSong(
                song.id(), song.publicId(), song.title(), song.artist(), song.artistPublicId(), similarity);
    }
}
