package org.segue.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.listens.Measure;
import org.segue.model.Hyperparameters.Loss;
import org.segue.model.Hyperparameters.Optimizer;
import org.segue.model.ModelManifest.Fit;
import org.segue.model.ModelManifest.Provenance;
import org.segue.model.ModelManifest.Size;

/** A store of small models, in a folder of the test's own. */
abstract class ModelStoreTests {

    static final Instant NOW = Instant.parse("2026-11-24T10:15:00Z");

    static final Hyperparameters SMALL = new Hyperparameters(
            new Loss(Objective.IMPLICIT, 0.01, 0.1, ConfidenceWeighting.NONE),
            2,
            3,
            new Optimizer(0.1, 1),
            Long.MIN_VALUE);

    @TempDir
    Path folder;

    Path models;

    ModelStore store;

    @BeforeEach
    void openStore() {
        models = folder.resolve("models");
        store = new ModelStore(models, null, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    String publish(Path candidate, @Nullable Activation activation) throws IOException {
        return publish(store, candidate, activation);
    }

    static String publish(ModelStore store, Path candidate, @Nullable Activation activation) throws IOException {
        return version(store.publish(candidate, manifest -> activation, Set.of()));
    }

    static String version(StoredModel published) {
        return String.valueOf(published.manifest().version());
    }

    Path candidate(float value) throws IOException {
        return write(model(value));
    }

    Path write(FactorModel model) throws IOException {
        Path candidate = Files.createTempDirectory(folder, "candidate").resolve("model");
        ModelFiles.write(candidate, model, manifest(model));
        return candidate;
    }

    static FactorModel model(float value) {
        return new FactorModel(
                SMALL.loss(),
                new int[] {3, 7},
                new long[] {-1, Long.MAX_VALUE},
                new float[] {0, value, -value, 1e-30f},
                new int[] {1, 2, 1000},
                new float[] {value, 2, 3, 4, 5, 6});
    }

    static ModelManifest manifest(FactorModel model) {
        return manifest(model, null);
    }

    static ModelManifest manifest(FactorModel model, @Nullable EvaluationSummary evaluation) {
        return new ModelManifest(
                new Provenance(NOW.plusNanos(1_000), "Segue test", SMALL, Measure.PLAYS),
                new Size(model.users(), model.songs(), 4),
                new Fit(
                        List.of(0.9, 0.5, 0.25),
                        1.5,
                        null,
                        2.5,
                        List.of(new Trial(1, SMALL, 0.25, 1.5), new Trial(2, SMALL, null, 0))),
                evaluation);
    }
}
