package org.segue.training.djl;

import ai.djl.ndarray.NDManager;
import org.segue.interactions.CsrMatrix;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Neighbors;
import org.segue.model.Objective;
import org.segue.model.Recency;
import org.segue.training.FactorTraining;
import org.segue.training.ProgressListener;
import org.segue.training.TrainedModel;
import org.segue.training.UserFactorSolver;

/** Trains on DJL's PyTorch engine, which it starts when it is first asked to. */
public final class DjlFactorTraining implements FactorTraining {

    @Override
    public TrainedModel train(
            InteractionMatrix interactions, Hyperparameters hyperparameters, int threads, ProgressListener listener) {
        requireTrainable(interactions, hyperparameters);
        EpochLog log = new EpochLog(hyperparameters.epochs(), listener);
        try (NDManager manager = TrainingEngine.start(hyperparameters.seed())) {
            return hyperparameters.loss().objective() == Objective.IMPLICIT
                    ? implicit(manager, interactions, hyperparameters, threads, log)
                    : explicit(manager, interactions, hyperparameters, log);
        }
    }

    private static TrainedModel implicit(
            NDManager manager,
            InteractionMatrix interactions,
            Hyperparameters hyperparameters,
            int threads,
            EpochLog log) {
        CsrMatrix rows =
                hyperparameters.recencyOrNone().sessions() ? interactions.cellsWithSessions() : interactions.cells();
        float[] songs = ImplicitTraining.songFactors(manager, rows, hyperparameters, threads, log);
        float[] users = UserFactorSolver.userFactors(interactions, hyperparameters, songs, threads);
        return new TrainedModel(model(interactions, hyperparameters, users, songs), log.fit(null));
    }

    private static TrainedModel explicit(
            NDManager manager, InteractionMatrix interactions, Hyperparameters hyperparameters, EpochLog log) {
        ExplicitTraining.Result result = ExplicitTraining.train(manager, interactions, hyperparameters, log);
        FactorModel model = model(interactions, hyperparameters, result.users(), result.songs());
        return new TrainedModel(model, log.fit(result.testError()));
    }

    private static FactorModel model(
            InteractionMatrix interactions, Hyperparameters hyperparameters, float[] users, float[] songs) {
        Recency recency = hyperparameters.recencyOrNone();
        long[] fingerprints = new long[interactions.users()];
        for (int user = 0; user < fingerprints.length; user++) {
            UserHistory history = interactions.history(user);
            fingerprints[user] = recency.halfLife() == 0 ? history.fingerprint() : history.datedFingerprint();
        }
        return new FactorModel(
                hyperparameters.loss(),
                interactions.userIds(),
                fingerprints,
                users,
                interactions.songIds(),
                songs,
                recency,
                Neighbors.NONE);
    }

    private static void requireTrainable(InteractionMatrix interactions, Hyperparameters hyperparameters) {
        if (interactions.interactions() == 0) {
            throw new IllegalArgumentException("There are no interactions to train on.");
        }
        long largest = (long) Math.max(interactions.users(), interactions.songs()) * hyperparameters.dimension();
        // A table leaves the engine as one buffer of at most 2 GiB.
        if (largest > Integer.MAX_VALUE / Float.BYTES) {
            throw new IllegalArgumentException(
                    "illegal dimension: %d, too large for %d users and %d songs: a table may hold %d values"
                            .formatted(
                                    hyperparameters.dimension(),
                                    interactions.users(),
                                    interactions.songs(),
                                    Integer.MAX_VALUE / Float.BYTES));
        }
    }
}
