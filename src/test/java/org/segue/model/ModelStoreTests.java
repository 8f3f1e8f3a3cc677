package org.segue.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.segue.listens.Measure;

/** A store of small models, in a folder of the test's own. */
abstract class ModelStoreTests {

    static final Instant NOW = Instant.parse("2026-11-24T10:15:00Z");

    @TempDir
    Path folder;

    Path models;

    ModelStore store;

    @BeforeEach
    void openStore() {
        models = folder.resolve("models");
        store = new ModelStore(models, Clock.fixed(NOW, ZoneOffset.UTC));
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
        Hyperparameters defaults = Hyperparameters.implicitDefaults();
        Hyperparameters small = new Hyperparameters(
                defaults.objective(), 2, 3, 0.1, 1, 0.01, 0.1, defaults.confidence(), Long.MIN_VALUE);
        return new FactorModel(
                small,
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
                ModelManifest.FORMAT_VERSION,
                null,
                NOW.plusNanos(1_000),
                "Segue test",
                model.hyperparameters(),
                Measure.PLAYS,
                model.users(),
                model.songs(),
                4,
                List.of(0.9, 0.5, 0.25),
                1.5,
                null,
                2.5,
                List.of(
                        new Trial(1, model.hyperparameters(), 0.25, 1.5),
                        new Trial(2, model.hyperparameters(), null, 0)),
                evaluation,
                null,
                "");
    }
}
