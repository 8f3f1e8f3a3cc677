package org.segue.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.UserRepository;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportService;
import org.segue.model.ModelManifest;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.storage.Database;
import org.segue.training.Stage;
import org.segue.training.Training;
import org.segue.training.TrainingService;
import org.segue.web.HomeStatus.ExampleUser;
import org.segue.web.HomeStatus.RunningJob;
import org.segue.web.HomeStatus.TrainedModel;

/** How the service stands, read on a worker thread: a few small queries. */
@Singleton
class LiveHomeStatus implements HomeStatusSource {

    private static final int EXAMPLES = 5;

    private final Database database;
    private final UserRepository users;
    private final Snapshots snapshots;
    private final ImportService imports;
    private final TrainingService trainings;

    LiveHomeStatus(
            Database database,
            UserRepository users,
            Snapshots snapshots,
            ImportService imports,
            TrainingService trainings) {
        this.database = database;
        this.users = users;
        this.snapshots = snapshots;
        this.imports = imports;
        this.trainings = trainings;
    }

    @Override
    public Uni<HomeStatus> current() {
        return Uni.createFrom().completionStage(() -> CompletableFuture.supplyAsync(this::read, database.workers()));
    }

    private HomeStatus read() {
        RankingState state = snapshots.state();
        List<ExampleUser> examples = state.interactions() == 0
                ? List.of()
                : users.examples(EXAMPLES).stream()
                        .map(user -> new ExampleUser(user.publicId(), user.name()))
                        .toList();
        return new HomeStatus(
                users.count(""), state.songs(), state.interactions(), model(state.model()), job(), examples);
    }

    private static @Nullable TrainedModel model(@Nullable ModelManifest manifest) {
        return manifest == null
                ? null
                : new TrainedModel(String.valueOf(manifest.version()), manifest.createdAt(), manifest.interactions());
    }

    private @Nullable RunningJob job() {
        Training training = trainings.running().orElse(null);
        if (training != null) {
            return new RunningJob(words(training), training.progress());
        }
        return imports.underWay().stream()
                .findFirst()
                .map(LiveHomeStatus::importing)
                .orElse(null);
    }

    private static String words(Training training) {
        if (training.stage() == Stage.SEARCHING) {
            return "Training: searching, recipe %d".formatted(training.trials().size() + 1);
        }
        String doing = training.stage() == Stage.EVALUATING ? "testing the recipe" : "fitting";
        return "Training: %s, epoch %d of %d"
                .formatted(doing, training.epoch(), training.hyperparameters().epochs());
    }

    private static RunningJob importing(ImportJob job) {
        String words = String.format(
                Locale.ROOT, "Importing: %,d rows read", job.counts().rowsRead());
        return new RunningJob(words, job.progress());
    }
}
