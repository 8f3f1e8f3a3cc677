package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segue.text.Sentence;

class ModelStoreTest extends ModelStoreTests {

    @Test
    void load_publishedModel_isWhatWasWritten() throws IOException {
        Path candidate = candidate(0.5f);

        String version = publish(candidate, null);

        assertThat(version).matches("2026-11-24T10-15-00Z-[0-9a-f]{4}");
        assertThat(candidate).doesNotExist();
        StoredModel stored = store.load(version);
        FactorModel expected = model(0.5f);
        assertThat(stored.model().userIds()).isEqualTo(expected.userIds());
        assertThat(stored.model().userFingerprints()).isEqualTo(expected.userFingerprints());
        assertThat(stored.model().userFactors()).isEqualTo(expected.userFactors());
        assertThat(stored.model().songIds()).isEqualTo(expected.songIds());
        assertThat(stored.model().songFactors()).isEqualTo(expected.songFactors());
        assertThat(stored.model().loss()).isEqualTo(expected.loss());
        assertThat(stored.model().dimension()).isEqualTo(2);
        assertThat(stored.manifest())
                .usingRecursiveComparison()
                .ignoringFields("version", "factorsSha256")
                .isEqualTo(manifest(expected));
        assertThat(stored.manifest().version()).isEqualTo(version);
        assertThat(store.manifest(version)).isEqualTo(stored.manifest());
    }

    @Test
    void publish_candidate_doesNotActivateIt() throws IOException {
        publish(candidate(1), null);

        assertThat(store.active()).isEmpty();
        assertThat(store.loadActive()).isEmpty();
    }

    @Test
    void versions_publishedInOneSecond_areNewestFirst() throws IOException {
        String first = publish(candidate(1), null);
        String second = publish(candidate(2), null);
        String third = publish(
                new ModelStore(models, null, Clock.fixed(NOW.minusSeconds(3600), ZoneOffset.UTC)), candidate(3), null);

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
        String first = publish(candidate(1), null);
        String second = publish(candidate(2), null);
        store.activate(second);
        store.activate(first);

        ModelStore reopened = new ModelStore(models);
        assertThat(reopened.active()).contains(first);
        assertThat(reopened.loadActive().orElseThrow().model().songFactors()[0]).isEqualTo(1f);
    }

    @Test
    void activate_unknownVersion_isRefusedAndChangesNothing() throws IOException {
        String version = publish(candidate(1), null);
        store.activate(version);

        for (String unknown : List.of("2026-01-01T00-00-00Z-0000", "..", "", "../models/" + version, ".")) {
            assertThatThrownBy(() -> store.activate(unknown)).isInstanceOf(UnknownModelException.class);
            assertThatThrownBy(() -> store.load(unknown)).isInstanceOf(UnknownModelException.class);
        }
        assertThat(store.active()).contains(version);
    }

    @Test
    void publish_decision_isInTheManifest() throws IOException {
        Activation activation = new Activation(false, Sentence.plain("Not activated: popularity is better."));
        FactorModel model = model(1);
        EvaluationSummary evaluation = evaluation();
        Path candidate = Files.createTempDirectory(folder, "candidate").resolve("model");
        ModelFiles.write(candidate, model, manifest(model, evaluation));

        ModelManifest published = store.manifest(publish(candidate, activation));

        assertThat(published.activation()).isEqualTo(activation);
        assertThat(published.evaluation()).isEqualTo(evaluation);
    }

    /** Manifests of the first versions know neither an evaluation nor an activation. */
    @Test
    void load_manifestWithoutTheLaterFields_isReadAndServed() throws IOException {
        String version = publish(candidate(1), null);
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
            published.add(publish(candidate(i), null));
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
    void forget_whoLooksMeanwhile_findsEveryVersion() throws Exception {
        List<String> published = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            published.add(publish(candidate(i), null));
        }
        AtomicBoolean isDone = new AtomicBoolean();
        CompletableFuture<Integer> looks = CompletableFuture.supplyAsync(() -> {
            int count = 0;
            while (!isDone.get()) {
                assertThat(published)
                        .allSatisfy(
                                version -> assertThat(store.manifest(version)).isNotNull());
                count++;
            }
            return count;
        });

        store.forget(Set.of(3));
        store.forget(Set.of(7));
        isDone.set(true);

        assertThat(looks.get(1, TimeUnit.MINUTES)).isNotNegative();
        assertThat(store.versions()).hasSize(20);
    }

    @Test
    void forget_userIsInNoVersionAnyMore_andAllElseIsAsBefore() throws IOException {
        String older = publish(candidate(1), null);
        String newer = publish(candidate(2), null);
        store.activate(newer);

        assertThat(store.forget(Set.of(3, 99))).containsExactlyInAnyOrder(older, newer);

        for (String version : List.of(older, newer)) {
            StoredModel stored = store.load(version);
            assertThat(stored.model().userIds()).containsExactly(7);
            assertThat(stored.model().userFingerprints()).containsExactly(Long.MAX_VALUE);
            assertThat(stored.model().songIds()).containsExactly(1, 2, 1000);
            assertThat(stored.manifest().size().users()).isEqualTo(1);
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
    void publish_userWasForgottenMeanwhile_isNotTakenIn() throws IOException {
        Path candidate = candidate(1);

        String version =
                version(store.publish(candidate, manifest -> new Activation(true, Sentence.plain("good")), Set.of(7)));

        assertThat(store.load(version).model().userIds()).containsExactly(3);
        assertThat(store.manifest(version).activation()).isNotNull();
        assertThat(candidate).doesNotExist();
    }

    private static EvaluationSummary evaluation() {
        EvaluationSummary.Interval interval = new EvaluationSummary.Interval(0.25, 0.125, 0.5);
        EvaluationSummary.Scores scores = new EvaluationSummary.Scores(interval, interval, 0.5, interval);
        return new EvaluationSummary(
                EvaluationSummary.Verdict.FAILED,
                200,
                new EvaluationSummary.Ranking(EvaluationSummary.HeldOut.RANDOM, interval, interval, 0.125, interval),
                new EvaluationSummary.Baselines(scores, scores),
                new EvaluationSummary.Incumbent(Hyperparameters.implicitDefaults(), scores, interval),
                EvaluationSummary.Errors.NONE);
    }
}
