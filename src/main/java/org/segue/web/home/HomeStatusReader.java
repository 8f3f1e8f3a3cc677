package org.segue.web.home;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportService;
import org.segue.model.ModelManifest;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.storage.Database;
import org.segue.training.TrainingService;
import org.segue.web.Formatting;
import org.segue.web.TrainingStage;
import org.segue.web.home.HomeStatus.ExampleUser;
import org.segue.web.home.HomeStatus.RunningJob;
import org.segue.web.home.HomeStatus.TrainedModel;

/** Reads how the service stands: a few small queries on a worker thread. */
@Singleton
public class HomeStatusReader {

    private static final int EXAMPLES = 5;

    private final Database database;
    private final UserRepository users;
    private final Snapshots snapshots;
    private final ImportService imports;
    private final TrainingService trainings;

    HomeStatusReader(
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

    /** How the service stands now; pages that wait for a job ask every few seconds. Does not block. */
    Uni<HomeStatus> current() {
        return Uni.createFrom().completionStage(() -> CompletableFuture.supplyAsync(this::read, database.workers()));
    }

    private HomeStatus read() {
        RankingState state = snapshots.state();
        List<ExampleUser> examples = state.interactions() == 0 ? List.of() : examples();
        return new HomeStatus(
                users.count(""), state.songs(), state.interactions(), model(state.model()), job(), examples);
    }

    // The household's own first: the demo's are there to try what they are not needed for any more.
    private List<ExampleUser> examples() {
        BitSet madeUp = snapshots.current().songs().demo().listeners();
        List<User> own = madeUp.isEmpty() ? users.examples(EXAMPLES) : users.others(madeUp, EXAMPLES);
        List<User> others = madeUp.isEmpty()
                ? List.of()
                : users.examples(EXAMPLES).stream()
                        .filter(user -> madeUp.get(user.id()))
                        .toList();
        return Stream.concat(own.stream(), others.stream())
                .map(user -> new ExampleUser(user.publicId(), user.name(), madeUp.get(user.id())))
                .toList();
    }

    private static @Nullable TrainedModel model(@Nullable ModelManifest manifest) {
        return manifest == null
                ? null
                : new TrainedModel(
                        String.valueOf(manifest.version()),
                        manifest.provenance().createdAt(),
                        manifest.size().interactions());
    }

    private @Nullable RunningJob job() {
        return trainings
                .running()
                .map(training -> new RunningJob(TrainingStage.of(training), 0, Formatting.percent(training.progress())))
                .or(() -> imports.underWay().stream().findFirst().map(HomeStatusReader::importing))
                .orElse(null);
    }

    private static RunningJob importing(ImportJob job) {
        return new RunningJob(null, job.counts().rowsRead(), Formatting.percent(job.progress()));
    }
}
