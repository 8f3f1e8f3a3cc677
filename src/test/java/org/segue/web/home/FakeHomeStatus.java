package org.segue.web.home;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.segue.catalog.UserRepository;
import org.segue.imports.ImportService;
import org.segue.ranking.Snapshots;
import org.segue.storage.Database;
import org.segue.training.TrainingService;
import org.segue.web.TrainingStage;
import org.segue.web.home.HomeStatus.ExampleUser;
import org.segue.web.home.HomeStatus.RunningJob;
import org.segue.web.home.HomeStatus.TrainedModel;

/** Stands as a test says. */
@Alternative
@Singleton
public class FakeHomeStatus extends HomeStatusReader {
    private volatile HomeStatus current = trained();

    FakeHomeStatus(
            Database database,
            UserRepository users,
            Snapshots snapshots,
            ImportService imports,
            TrainingService trainings) {
        super(database, users, snapshots, imports, trainings);
    }

    /** Makes the service stand like this from now on. */
    void become(HomeStatus status) {
        current = status;
    }

    @Override
    Uni<HomeStatus> current() {
        return Uni.createFrom().item(current);
    }

    static HomeStatus trained() {
        Instant threeMinutesAgo = Instant.now().minus(Duration.ofMinutes(3)).minusSeconds(5);
        return new HomeStatus(
                1_892,
                17_632,
                121_000,
                new TrainedModel(FakeRecommendations.MODEL, threeMinutesAgo, 120_500),
                null,
                List.of(
                        new ExampleUser("anna", "anna", false),
                        new ExampleUser("a:b&c", "<i>Zoë</i>", false),
                        new ExampleUser("آنا", "آنا", false)));
    }

    static HomeStatus empty() {
        return new HomeStatus(0, 0, 0, null, null, List.of());
    }

    static HomeStatus importing() {
        return new HomeStatus(0, 0, 0, null, new RunningJob(null, 40_000, 43), List.of());
    }

    static HomeStatus training() {
        RunningJob job = new RunningJob(new TrainingStage("searching", 12), 0, 20);
        return new HomeStatus(1_892, 17_632, 121_000, null, job, List.of(new ExampleUser("anna", "anna", false)));
    }
}
