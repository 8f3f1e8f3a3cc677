package org.segue.testsupport;

import java.util.Arrays;
import java.util.Random;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.ranking.FoldIn;

/** Fits small models without the engine: users and songs are solved in turn by the fold-in. */
public final class AlternatingLeastSquares {

    private AlternatingLeastSquares() {}

    /** A model whose user embeddings are solved last. */
    public static FactorModel fit(InteractionMatrix interactions, Hyperparameters settings, int sweeps) {
        Random random = new Random(settings.seed());
        float[] users = new float[interactions.users() * settings.dimension()];
        float[] songs = new float[interactions.songs() * settings.dimension()];
        for (int k = 0; k < songs.length; k++) {
            songs[k] = (float) (random.nextGaussian() * 0.1 / Math.sqrt(settings.dimension()));
        }
        long[] fingerprints = new long[interactions.users()];
        Arrays.setAll(fingerprints, u -> interactions.history(u).fingerprint());
        FactorModel model = new FactorModel(
                settings.loss(), interactions.userIds(), fingerprints, users, interactions.songIds(), songs);
        InteractionMatrix bySong = RandomInteractions.exchanged(interactions);
        for (int sweep = 0; sweep < sweeps; sweep++) {
            solve(model, interactions, users);
            solve(swapped(model), bySong, songs);
        }
        solve(model, interactions, users);
        return model;
    }

    private static void solve(FactorModel frozen, InteractionMatrix interactions, float[] factors) {
        FoldIn foldIn = new FoldIn(frozen);
        int d = frozen.dimension();
        for (int u = 0; u < interactions.users(); u++) {
            System.arraycopy(foldIn.solve(interactions.history(u)).embedding(), 0, factors, u * d, d);
        }
    }

    private static FactorModel swapped(FactorModel model) {
        return new FactorModel(
                model.loss(),
                model.songIds(),
                new long[model.songs()],
                model.songFactors(),
                model.userIds(),
                model.userFactors());
    }
}
