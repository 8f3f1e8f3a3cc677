package org.segue.web.home;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.segue.web.Words;
import org.segue.web.home.HomeStatus.ExampleUser;
import org.segue.web.home.HomeStatus.RunningJob;
import org.segue.web.home.HomeStatus.TrainedModel;

/** Stands as a test says. */
@Alternative
@ApplicationScoped
public class FakeHomeStatus implements HomeStatusSource {
    private volatile HomeStatus current = trained();

    /** Makes the service stand like this from now on. */
    void become(HomeStatus status) {
        current = status;
    }

    @Override
    public Uni<HomeStatus> current(Words words) {
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
                        new ExampleUser("anna", "anna"),
                        new ExampleUser("a:b&c", "<i>Zoë</i>"),
                        new ExampleUser("آنا", "آنا")));
    }

    static HomeStatus empty() {
        return new HomeStatus(0, 0, 0, null, null, List.of());
    }

    static HomeStatus importing() {
        return new HomeStatus(0, 0, 0, null, new RunningJob("Reading listens: 40,000 of 92,834", 0.43), List.of());
    }

    static HomeStatus training() {
        RunningJob job = new RunningJob("Training: epoch 12 of 60", 0.2);
        return new HomeStatus(1_892, 17_632, 121_000, null, job, List.of(new ExampleUser("anna", "anna")));
    }
}
