package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segue.catalog.Catalog;
import org.segue.catalog.Names;
import org.segue.catalog.Ref;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.interactions.InteractionRepository;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.model.FactorModel;
import org.segue.model.ModelManifest;
import org.segue.model.ModelManifest.Fit;
import org.segue.model.ModelManifest.Provenance;
import org.segue.model.ModelManifest.Size;
import org.segue.model.ModelPublished;
import org.segue.model.StoredModel;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Mode;
import org.segue.ranking.Recommendations;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.RecommendedSong.Reason;
import org.segue.testsupport.AlternatingLeastSquares;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.FactorModels;
import org.segue.testsupport.Services;

/**
 * Everybody has heard songs {@code a0} … and {@code b0} …, and there are two models: {@code a} knows the first alone, {@code
 * b} the others. An answer that mixed them, or two histories, would show it in its songs, its reasons or their sum.
 */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class RecommendConsistencyTest {

    private static final int PEOPLE = 12;
    private static final int SONGS = 40;
    private static final int ASKING = 4;
    private static final int IMPORTS = 12;

    @Inject
    Recommendations recommendations;

    @Inject
    Catalog catalog;

    @Inject
    InteractionRepository interactions;

    @Inject
    SongRepository songs;

    @Inject
    Event<ModelPublished> published;

    @BeforeAll
    static void beEmpty() {
        EmptyService.now();
    }

    @Test
    void recommend_whileModelsAndHistoriesChange_isOfOneModelAndOneHistory() throws Exception {
        Jobs.imported("past", past());
        List<StoredModel> models = List.of(model("a"), model("b"));
        published.fire(new ModelPublished(models.get(0)));
        AtomicBoolean isOver = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        ExecutorService pool = Executors.newFixedThreadPool(ASKING + 1);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            running.add(pool.submit(activating(models, isOver)));
            for (int thread = 0; thread < ASKING; thread++) {
                running.add(pool.submit(asking(thread, isOver, seen)));
            }
            changeHistories();
            isOver.set(true);
            for (Future<Integer> one : running) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isGreaterThan(20);
            }
        } finally {
            isOver.set(true);
            pool.shutdown();
        }
        assertThat(seen).contains("a TRAINED", "b TRAINED", "a FOLDED_IN", "b FOLDED_IN");
    }

    private Callable<Integer> asking(int seed, AtomicBoolean isOver, Set<String> seen) {
        Random random = new Random(seed);
        return () -> {
            int answers = 0;
            for (; !isOver.get(); answers++) {
                Recommendation answer =
                        recommendations.recommend(query(random)).await().atMost(Duration.ofSeconds(30));
                assertConsistent(answer);
                seen.add(answer.model() + " " + answer.strategy());
            }
            return answers;
        };
    }

    // The first two people's histories are those that change.
    private RecommendationQuery query(Random random) {
        String user = "user-" + random.nextInt(4);
        boolean blend = random.nextInt(4) == 0;
        List<Ref> users = blend ? List.of(Ref.publicId(user), Ref.publicId("user-7")) : List.of(Ref.publicId(user));
        Names names = catalog.resolve(users, List.of(), List.of()).join();
        return new RecommendationQuery(
                users.stream().map(names::user).toList(),
                List.of(),
                20,
                Mode.DISCOVER,
                Filter.UNHEARD,
                DiversityReranker.NONE,
                true);
    }

    private static void assertConsistent(Recommendation answer) {
        assertThat(answer.model()).isIn("a", "b");
        String known = String.valueOf(answer.model());
        Set<String> reasons = new HashSet<>();
        Set<String> items = new HashSet<>();
        float before = Float.POSITIVE_INFINITY;
        for (RecommendedSong item : answer.items()) {
            assertThat(item.reasonsTotal()).isCloseTo(item.score(), within(1e-4f));
            assertThat(item.score()).isLessThanOrEqualTo(before);
            before = item.score();
            items.add(item.song().publicId());
            item.reasons().stream().map(Reason::song).forEach(reasons::add);
        }
        assertThat(items).isNotEmpty().allMatch(song -> song.startsWith(known));
        assertThat(reasons)
                .isNotEmpty()
                .allMatch(song -> song.startsWith(known))
                .doesNotContainAnyElementsOf(items);
    }

    // Every import brings the two a song more and plays of those that they have; verdicts come and go between.
    private static void changeHistories() {
        for (int i = 0; i < IMPORTS; i++) {
            StringBuilder rows = new StringBuilder("user,song,plays\n");
            for (String scene : List.of("a", "b")) {
                for (int song = 0; song <= i; song++) {
                    rows.append("user-0,%s%d,%d%nuser-1,%s%d,%d%n".formatted(scene, song, 2 + i, scene, song, 3 + i));
                }
            }
            Jobs.imported("past", rows.toString());
            String verdict = "/api/users/user-1/feedback/songs/a" + (SONGS - 1);
            given().contentType("application/json")
                    .body("{\"verdict\":\"%s\"}".formatted(i % 2 == 0 ? "love" : "dislike"))
                    .put(verdict)
                    .then()
                    .statusCode(204);
        }
    }

    private Callable<Integer> activating(List<StoredModel> models, AtomicBoolean isOver) {
        return () -> {
            int activations = 0;
            while (!isOver.get()) {
                published.fire(new ModelPublished(models.get(++activations % models.size())));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
            return activations;
        };
    }

    private static String past() {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("user,song,plays\n");
        for (int person = 0; person < PEOPLE; person++) {
            for (int song = 0; song < SONGS; song++) {
                for (String scene : List.of("a", "b")) {
                    if (random.nextInt(3) == 0 || song % PEOPLE == person) {
                        rows.append("user-%d,%s%d,%d%n".formatted(person, scene, song, 1 + random.nextInt(5)));
                    }
                }
            }
        }
        return rows.toString();
    }

    /** A model of one scene, trained for everybody but for what they have of the other. */
    private StoredModel model(String scene) {
        Map<Integer, String> names =
                songs.search("", 0, 1000).stream().collect(Collectors.toMap(Song::id, Song::publicId));
        InteractionMatrix all = interactions.matrix(Measure.PLAYS);
        InteractionMatrixBuilder ofScene = new InteractionMatrixBuilder();
        for (int user = 0; user < all.users(); user++) {
            UserHistory history = all.history(user);
            for (int k = 0; k < history.size(); k++) {
                int songId = history.songIds()[k];
                if (names.getOrDefault(songId, "").startsWith(scene)) {
                    ofScene.add(history.userId(), songId, history.values()[k]);
                }
            }
        }
        FactorModel fitted = AlternatingLeastSquares.fit(ofScene.build(), FactorModels.implicit(4), 6);
        long[] fingerprints = IntStream.range(0, all.users())
                .mapToLong(user -> all.history(user).fingerprint())
                .toArray();
        FactorModel model = new FactorModel(
                fitted.loss(),
                fitted.userIds(),
                fingerprints,
                fitted.userFactors(),
                fitted.songIds(),
                fitted.songFactors());
        return new StoredModel(model, manifest(scene, all));
    }

    private static ModelManifest manifest(String version, InteractionMatrix matrix) {
        return new ModelManifest(
                ModelManifest.FORMAT_VERSION,
                version,
                new Provenance(Instant.now(), "test", FactorModels.implicit(4), Measure.PLAYS),
                new Size(matrix.users(), matrix.songs(), matrix.interactions()),
                new Fit(List.of(), 0),
                null,
                null,
                "");
    }
}
