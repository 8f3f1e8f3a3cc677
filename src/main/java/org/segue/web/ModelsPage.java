package org.segue.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.segue.model.ActiveModel;
import org.segue.model.ModelManifest;
import org.segue.model.ModelVersion;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.training.TrainingService;

/** The page of trainings and models: what runs, what is kept, how good it is, and what answers. */
@Path("/models")
@Blocking
public class ModelsPage {

    private static final int TRAININGS = 10;

    private final ActiveModel models;
    private final TrainingService trainings;
    private final Snapshots snapshots;
    private final Words words;

    ModelsPage(ActiveModel models, TrainingService trainings, Snapshots snapshots, Words words) {
        this.models = models;
        this.trainings = trainings;
        this.snapshots = snapshots;
        this.words = words;
    }

    /** The page. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance show() {
        Instant now = Instant.now();
        List<ModelView> kept = versions().stream()
                .map(version -> ModelView.of(version, now, words))
                .toList();
        return Templates.models(new ModelsView(
                snapshots.state().interactions() == 0,
                trainings
                        .running()
                        .map(training -> RunningTraining.of(training, trainings.losses()))
                        .orElse(null),
                kept,
                news(snapshots.state()),
                trainings.newest(Integer.MAX_VALUE, TRAININGS).stream()
                        .filter(training -> training.status().isFinal())
                        .map(training -> TrainingRow.of(training, now, words))
                        .toList()));
    }

    private @Nullable String news(RankingState state) {
        ModelManifest model = state.model();
        long since = model == null ? 0 : state.interactions() - model.interactions();
        return since > 0 ? words.interactionsSince(Phrasing.count(since)) : null;
    }

    private List<ModelVersion> versions() {
        try {
            return models.versions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
