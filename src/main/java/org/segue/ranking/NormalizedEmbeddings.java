package org.segue.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.model.FactorModel;
import org.segue.ranking.linalg.Vectors;

/**
 * Embeddings of songs brought to length 1, made when they are asked for: their dot products are cosines. A song without an
 * embedding, or with one of zeros, is like no other. Immutable, safe for any thread.
 */
final class NormalizedEmbeddings {

    /** No song is like another. */
    static final NormalizedEmbeddings NONE = new NormalizedEmbeddings(null);

    private final @Nullable FactorModel model;
    private final UntriedSongs untried;

    NormalizedEmbeddings(@Nullable FactorModel model) {
        this(model, UntriedSongs.NOTHING);
    }

    NormalizedEmbeddings(@Nullable FactorModel model, UntriedSongs untried) {
        this.model = model;
        this.untried = untried;
    }

    /** Those of some songs, in their order. */
    float[][] of(List<ScoredSong> songs) {
        float[][] vectors = new float[songs.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = of(songs.get(i).songId());
        }
        return vectors;
    }

    /** That of one song: {@code [dimension]}, empty without a model. */
    float[] of(int songId) {
        if (model == null) {
            return new float[0];
        }
        int d = model.dimension();
        int songIndex = model.songIndexOf(songId);
        float[] ofUntried = songIndex < 0 ? untried.embedding(songId) : null;
        float[] vector = songIndex < 0
                ? ofUntried == null ? new float[d] : ofUntried
                : model.embeddings().row(songIndex);
        Vectors.normalize(vector);
        return vector;
    }
}
