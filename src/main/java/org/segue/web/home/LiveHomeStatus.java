package org.segue.web.home;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.UserRepository;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportService;
import org.segue.model.ModelManifest;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.storage.Database;
import org.segue.training.Training;
import org.segue.training.TrainingService;
import org.segue.web.Formatting;
import org.segue.web.Words;
import org.segue.web.home.HomeStatus.ExampleUser;
import org.segue.web.home.HomeStatus.RunningJob;
import org.segue.web.home.HomeStatus.TrainedModel;
import org.segue.web.models.RunningTraining;

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
    public Uni<HomeStatus> current(Words words) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(() -> read(words), database.workers()));
    }

    private HomeStatus read(Words words) {
        RankingState state = snapshots.state();
        List<ExampleUser> examples = state.interactions() == 0
                ? List.of()
                : users.examples(EXAMPLES).stream()
                        .map(user -> new ExampleUser(user.publicId(), user.name()))
                        .toList();
        return new HomeStatus(
                users.count(""), state.songs(), state.interactions(), model(state.model()), job(words), examples);
    }

    private static @Nullable TrainedModel model(@Nullable ModelManifest manifest) {
        return manifest == null
                ? null
                : new TrainedModel(String.valueOf(manifest.version()), manifest.createdAt(), manifest.interactions());
    }

    private @Nullable RunningJob job(Words words) {
        Training training = trainings.running().orElse(null);
        if (training != null) {
            String doing = words.actOn(words.training(), RunningTraining.doing(training, words));
            return new RunningJob(doing, training.progress());
        }
        return imports.underWay().stream()
                .findFirst()
                .map(job -> importing(job, words))
                .orElse(null);
    }

    private static RunningJob importing(ImportJob job, Words words) {
        String rows = words.rowsRead(Formatting.count(job.counts().rowsRead()));
        return new RunningJob(words.actOn(words.imports(), rows), job.progress());
    }
}
