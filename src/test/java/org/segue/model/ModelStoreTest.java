package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.listens.Measure;

class ModelStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:15:00Z");

    @TempDir
    Path folder;

    private Path models;
    private ModelStore store;

    @BeforeEach
    void openStore() {
        models = folder.resolve("models");
        store = new ModelStore(models, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void load_publishedModel_isWhatWasWritten() throws IOException {
        Path candidate = candidate(0.5f);

        String version = store.publish(candidate, null);

        assertThat(version).matches("2026-11-24T10-15-00Z-[0-9a-f]{4}");
        assertThat(candidate).doesNotExist();
        StoredModel stored = store.load(version);
        FactorModel expected = model(0.5f);
        assertThat(stored.model().userIds()).isEqualTo(expected.userIds());
        assertThat(stored.model().userFingerprints()).isEqualTo(expected.userFingerprints());
        assertThat(stored.model().userFactors()).isEqualTo(expected.userFactors());
        assertThat(stored.model().songIds()).isEqualTo(expected.songIds());
        assertThat(stored.model().songFactors()).isEqualTo(expected.songFactors());
        assertThat(stored.model().hyperparameters()).isEqualTo(expected.hyperparameters());
        assertThat(stored.manifest())
                .usingRecursiveComparison()
                .ignoringFields("version", "factorsSha256")
                .isEqualTo(manifest(expected));
        assertThat(stored.manifest().version()).isEqualTo(version);
        assertThat(store.manifest(version)).isEqualTo(stored.manifest());
    }

    @Test
    void publish_candidate_doesNotActivateIt() throws IOException {
        store.publish(candidate(1), null);

        assertThat(store.active()).isEmpty();
        assertThat(store.loadActive()).isEmpty();
    }

    @Test
    void versions_publishedInOneSecond_areNewestFirst() throws IOException {
        String first = store.publish(candidate(1), null);
        String second = store.publish(candidate(2), null);
        String third =
                new ModelStore(models, Clock.fixed(NOW.minusSeconds(3600), ZoneOffset.UTC)).publish(candidate(3), null);

        assertThat(store.versions()).containsExactly(third, second, first);
    }

    @Test
    void versions_noFolderYet_isEmpty() throws IOException {
        assertThat(store.versions()).isEmpty();
        assertThat(store.loadActive()).isEmpty();
        store.cleanUp();
    }

    @Test
    void activate_anotherVersion_isServedAfterAReopen() throws IOException {
        String first = store.publish(candidate(1), null);
        String second = store.publish(candidate(2), null);
        store.activate(second);
        store.activate(first);

        ModelStore reopened = new ModelStore(models);
        assertThat(reopened.active()).contains(first);
        assertThat(reopened.loadActive().orElseThrow().model().songFactors()[0]).isEqualTo(1f);
    }

    @Test
    void activate_unknownVersion_isRefusedAndChangesNothing() throws IOException {
        String version = store.publish(candidate(1), null);
        store.activate(version);

        for (String unknown : List.of("2026-01-01T00-00-00Z-0000", "..", "", "../models/" + version, ".")) {
            assertThatThrownBy(() -> store.activate(unknown)).isInstanceOf(UnknownModelException.class);
            assertThatThrownBy(() -> store.load(unknown)).isInstanceOf(UnknownModelException.class);
        }
        assertThat(store.active()).contains(version);
    }

    @Test
    void loadActive_damagedModel_fallsBackToTheNewestGoodOne() throws IOException {
        String good = store.publish(candidate(1), null);
        String worse = store.publish(candidate(2), null);
        String bad = store.publish(candidate(3), null);
        store.activate(bad);
        flipLastByte(models.resolve(bad).resolve(ModelFiles.FACTORS));
        Files.delete(models.resolve(worse).resolve(ModelFiles.MANIFEST));

        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(good);
        assertThat(store.active()).contains(bad);
    }

    @Test
    void loadActive_damagedModel_doesNotFallBackToOneThatWasTurnedDown() throws IOException {
        String good = store.publish(candidate(1), new Activation(true, "better"));
        store.publish(candidate(2), new Activation(false, "worse"));
        String bad = store.publish(candidate(3), new Activation(true, "better still"));
        store.activate(bad);
        flipLastByte(models.resolve(bad).resolve(ModelFiles.FACTORS));

        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(good);
    }

    @Test
    void publish_decision_isInTheManifest() throws IOException {
        Activation activation = new Activation(false, "Not activated: popularity is better.");
        FactorModel model = model(1);
        EvaluationSummary evaluation = evaluation();
        Path candidate = Files.createTempDirectory(folder, "candidate").resolve("model");
        ModelFiles.write(candidate, model, manifest(model, evaluation));

        ModelManifest published = store.manifest(store.publish(candidate, activation));

        assertThat(published.activation()).isEqualTo(activation);
        assertThat(published.evaluation()).isEqualTo(evaluation);
    }

    /** Manifests of the first versions know neither an evaluation nor an activation. */
    @Test
    void load_manifestWithoutTheLaterFields_isReadAndServed() throws IOException {
        String version = store.publish(candidate(1), null);
        store.activate(version);
        Path manifest = models.resolve(version).resolve(ModelFiles.MANIFEST);
        String json = Files.readString(manifest);
        String older = json.replaceAll("(?m)^  \"(evaluation|activation)\" : null,\\R", "");
        assertThat(older).doesNotContain("evaluation", "activation");
        assertThat(older.lines()).hasSize((int) json.lines().count() - 2);
        Files.writeString(manifest, older);

        ModelManifest read = store.load(version).manifest();

        assertThat(read.evaluation()).isNull();
        assertThat(read.activation()).isNull();
        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(version);
    }

    @Test
    void prune_moreVersionsThanKept_deletesTheOldestButNeverWhatIsInUse() throws IOException {
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            published.add(store.publish(candidate(i), null));
        }
        store.activate(published.get(0));

        assertThat(store.prune(2, published.get(1))).containsExactly(published.get(3), published.get(2));

        assertThat(store.versions())
                .containsExactly(published.get(5), published.get(4), published.get(1), published.get(0));
        assertThat(store.prune(2, published.get(1))).isEmpty();
        assertThat(store.prune(0, "")).hasSize(3);
        assertThat(store.versions()).containsExactly(published.get(0));
        try (Stream<Path> entries = Files.list(models)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("active", published.get(0));
        }
    }

    @Test
    void loadActive_pointerIsGarbage_servesTheNewestGoodOne() throws IOException {
        String version = store.publish(candidate(1), null);
        store.activate(version);
        Files.write(models.resolve("active"), new byte[] {0, -1, 3});

        assertThat(store.active()).isEmpty();
        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(version);
    }

    @Test
    void load_damagedFiles_saysWhatIsWrong() throws IOException {
        String version = store.publish(candidate(1), null);
        Path factors = models.resolve(version).resolve(ModelFiles.FACTORS);
        Path manifest = models.resolve(version).resolve(ModelFiles.MANIFEST);
        byte[] soundFactors = Files.readAllBytes(factors);
        String soundManifest = Files.readString(manifest);

        flipLastByte(factors);
        assertDamaged(version, "not those that were written");
        Files.write(factors, Arrays.copyOf(soundFactors, soundFactors.length - 4));
        assertDamaged(version, "not those that were written");
        Files.write(factors, soundFactors);

        Files.writeString(manifest, soundManifest.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"));
        assertDamaged(version, "format 2");
        Files.writeString(manifest, soundManifest.replace("\"dimension\" : 2", "\"dimension\" : 3"));
        assertDamaged(version, "has the shape");
        Files.writeString(manifest, soundManifest.replace("\"users\" : 2", "\"users\" : 9"));
        assertDamaged(version, "counts other rows");
        Files.writeString(manifest, soundManifest.replace(version, "2026-11-24T10-15-00Z-x"));
        assertDamaged(version, "its manifest is that of");
        Files.writeString(manifest, "{}");
        assertDamaged(version, "cannot be used");
        Files.writeString(manifest, "");
        assertDamaged(version, "cannot be used");
        Files.writeString(manifest, soundManifest);
        assertThat(store.load(version).manifest().version()).isEqualTo(version);
    }

    @Test
    void publish_unsoundEmbeddings_isRefused() throws IOException {
        FactorModel sound = model(1);
        Path notANumber = write(new FactorModel(
                sound.hyperparameters(),
                sound.userIds(),
                sound.userFingerprints(),
                new float[] {1, Float.NaN, 0, 0},
                sound.songIds(),
                sound.songFactors()));
        assertThatThrownBy(() -> store.publish(notANumber, null))
                .hasMessageContaining("a user's embedding is not a number");
        assertThat(notANumber).exists();

        Path unsorted = write(new FactorModel(
                sound.hyperparameters(),
                new int[] {7, 7},
                sound.userFingerprints(),
                sound.userFactors(),
                sound.songIds(),
                sound.songFactors()));
        assertThatThrownBy(() -> store.publish(unsorted, null)).hasMessageContaining("users' keys do not ascend");
        assertThat(store.versions()).isEmpty();
    }

    /** What a kill after each step of a publication and of an activation leaves behind. */
    @Test
    void loadActive_leftoversOfEveryStage_servesTheModelBefore() throws IOException {
        String before = store.publish(candidate(1), null);
        store.activate(before);
        Path incoming = Files.createDirectories(models.resolve(".incoming-1"));
        assertServedAndCleanedUp(before, incoming);
        ModelFiles.write(models.resolve(".incoming-2/model"), model(2), manifest(model(2)));
        assertServedAndCleanedUp(before, models.resolve(".incoming-2"));
        Path halfWritten = Files.createDirectories(models.resolve(".incoming-3/model"));
        Files.write(halfWritten.resolve(ModelFiles.FACTORS), new byte[100]);
        Files.write(halfWritten.resolve(".manifest.json.new"), new byte[10]);
        assertServedAndCleanedUp(before, models.resolve(".incoming-3"));
        // Published, not yet activated.
        String next = store.publish(candidate(2), null);
        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(before);
        Path pointerAside = Files.writeString(models.resolve(".active.new"), next.substring(0, 5));
        assertServedAndCleanedUp(before, pointerAside);
        store.activate(next);
        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(next);
    }

    private void assertServedAndCleanedUp(String version, Path leftover) throws IOException {
        List<String> versions = store.versions();
        ModelStore reopened = new ModelStore(models);
        assertThat(reopened.versions()).contains(version).noneMatch(name -> name.startsWith("."));
        assertThat(reopened.loadActive().orElseThrow().manifest().version()).isEqualTo(version);
        reopened.cleanUp();
        assertThat(leftover).doesNotExist();
        assertThat(reopened.versions()).isEqualTo(versions);
        assertThat(reopened.loadActive().orElseThrow().manifest().version()).isEqualTo(version);
    }

    private void assertDamaged(String version, String reason) {
        assertThatThrownBy(() -> store.load(version))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(version)
                .hasMessageContaining(reason);
    }

    @Test
    void forget_userIsInNoVersionAnyMore_andAllElseIsAsBefore() throws IOException {
        String older = store.publish(candidate(1), null);
        String newer = store.publish(candidate(2), null);
        store.activate(newer);

        assertThat(store.forget(Set.of(3, 99))).containsExactlyInAnyOrder(older, newer);

        for (String version : List.of(older, newer)) {
            StoredModel stored = store.load(version);
            assertThat(stored.model().userIds()).containsExactly(7);
            assertThat(stored.model().userFingerprints()).containsExactly(Long.MAX_VALUE);
            assertThat(stored.model().songIds()).containsExactly(1, 2, 1000);
            assertThat(stored.manifest().users()).isEqualTo(1);
        }
        assertThat(store.load(newer).model().userFactors()).containsExactly(-2f, 1e-30f);
        assertThat(store.active()).contains(newer);
        assertThat(store.forget(Set.of(3))).isEmpty();
        try (Stream<Path> entries = Files.list(models)) {
            assertThat(entries)
                    .noneMatch(entry -> entry.getFileName().toString().startsWith("."));
        }
    }

    @Test
    void forget_killedBetweenTheRenames_isEndedByCleanUp() throws IOException {
        String version = store.publish(candidate(1), null);
        store.forget(Set.of(3));
        Files.move(models.resolve(version), models.resolve(".rewritten-" + version));
        Files.createDirectory(models.resolve("." + version));

        store.cleanUp();

        assertThat(store.load(version).model().userIds()).containsExactly(7);
        assertThat(models.resolve("." + version)).doesNotExist();
    }

    @Test
    void publish_userWasForgottenMeanwhile_isNotTakenIn() throws IOException {
        Path candidate = candidate(1);

        String version = store.publish(candidate, new Activation(true, "good"), Set.of(7));

        assertThat(store.load(version).model().userIds()).containsExactly(3);
        assertThat(store.manifest(version).activation()).isNotNull();
        assertThat(candidate).doesNotExist();
    }

    private Path candidate(float value) throws IOException {
        return write(model(value));
    }

    private Path write(FactorModel model) throws IOException {
        Path candidate = Files.createTempDirectory(folder, "candidate").resolve("model");
        ModelFiles.write(candidate, model, manifest(model));
        return candidate;
    }

    private static FactorModel model(float value) {
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

    private static EvaluationSummary evaluation() {
        EvaluationSummary.Interval interval = new EvaluationSummary.Interval(0.25, 0.125, 0.5);
        EvaluationSummary.Scores scores = new EvaluationSummary.Scores(interval, interval, 0.5, interval);
        return new EvaluationSummary(
                EvaluationSummary.Verdict.FAILED,
                200,
                EvaluationSummary.HeldOut.RANDOM,
                interval,
                interval,
                0.125,
                interval,
                scores,
                scores,
                new EvaluationSummary.Former(Hyperparameters.implicitDefaults(), scores, interval),
                null,
                null);
    }

    private static ModelManifest manifest(FactorModel model) {
        return manifest(model, null);
    }

    private static ModelManifest manifest(FactorModel model, @Nullable EvaluationSummary evaluation) {
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

    private static void flipLastByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }
}
