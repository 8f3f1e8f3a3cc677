package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.model.FactorModel;
import org.segue.model.ModelStore;
import org.segue.model.Neighbors;
import org.segue.model.StoredModel;
import org.segue.ranking.FactorRecommender;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.Selection;
import org.segue.ranking.When;

/**
 * Whether one listener alone gets a model that means something: of two kinds of music that are never played in the same
 * session. Songs of one kind have even keys.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HouseholdOfOneTest {

    private static final int LISTENER = 1;
    private static final int GUEST = 2;
    private static final int SONGS = 80;
    private static final int SONGS_A_SESSION = 10;
    private static final long START = 1_700_000_000L;
    private static final long DAY = 86_400;
    private static final long SONG_SECONDS = 240;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void train_sessionsOfTwoKinds_ranksTheKindThatPlays(int kind) throws Exception {
        InteractionMatrix interactions = twoKinds(61 - kind);

        FactorRecommender recommender =
                new FactorRecommender(train(interactions).model());

        UserHistory history = interactions.history(0);
        List<ScoredSong> played = recommender.at(When.NOW).recommend(history, new Selection(20, false, song -> true));
        assertThat(kinds(played)).hasSize(20).containsOnly(kind);
        List<ScoredSong> ofGuest = recommender.at(When.ALWAYS).recommend(guest(kind), Selection.unheard(20));
        assertThat(kinds(ofGuest)).hasSize(20).containsOnly(kind);
    }

    @Test
    void train_sessionsOfTwoKinds_findsNeighborsOfTheSameKind() throws Exception {
        FactorModel model = train(twoKinds(60)).model();

        Neighbors neighbors = model.neighbors();
        assertThat(model.songs()).isEqualTo(SONGS);
        for (int song = 0; song < SONGS; song++) {
            int own = model.songIds()[song] % 2;
            int first = neighbors.start()[song];
            assertThat(neighbors.start()[song + 1] - first).isGreaterThanOrEqualTo(10);
            assertThat(Arrays.stream(neighbors.rows(), first, first + 10).map(row -> model.songIds()[row] % 2))
                    .containsOnly(own);
        }
    }

    @Test
    void train_sessionsOfTwoKinds_embedsSongsOfOneKindAlike() throws Exception {
        FactorModel model = train(twoKinds(60)).model();

        double share = IntStream.range(0, SONGS)
                .flatMap(song -> Arrays.stream(nearest(model, song)).map(other -> sameKind(model, song, other)))
                .average()
                .orElseThrow();
        assertThat(share).as("half of them by chance").isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({"true, 40", "false, 40", "true, 3", "false, 1"})
    void train_fewPlaysOfOneListener_isNotInVain(boolean isDated, int plays) throws Exception {
        InteractionMatrixBuilder listens = new InteractionMatrixBuilder();
        for (int play = 0; play < plays; play++) {
            long at = START + play / SONGS_A_SESSION * DAY + play * SONG_SECONDS;
            listens.addListen(LISTENER, play + 1, isDated ? at : 0);
        }

        StoredModel stored = train(listens.build());

        assertThat(stored.manifest().fit().losses())
                .isNotEmpty()
                .allSatisfy(loss -> assertThat(loss).isFinite());
        assertThat(stored.model().songs()).isEqualTo(plays);
    }

    private StoredModel train(InteractionMatrix interactions) throws Exception {
        TrainingSpec spec = TrainingRequest.byDefault().spec().resolved(interactions, null);
        JobFolder job = JobFolder.create(folder.resolve("job"), spec, new WorkerJob(Measure.PLAYS, 1), interactions);
        Path model = new InProcessRunner().start(job, progress -> {}).await();
        return new ModelStore(folder.resolve("models")).publish(model, manifest -> null, Set.of());
    }

    /** Sessions a day apart, even ones of even songs. */
    private static InteractionMatrix twoKinds(int sessions) {
        SplittableRandom random = new SplittableRandom(7);
        InteractionMatrixBuilder listens = new InteractionMatrixBuilder();
        for (int session = 0; session < sessions; session++) {
            for (int place = 0; place < SONGS_A_SESSION; place++) {
                int song = 2 * random.nextInt(SONGS / 2) + session % 2;
                listens.addListen(LISTENER, song + 2, START + session * DAY + place * SONG_SECONDS);
            }
        }
        return listens.build();
    }

    private static int sameKind(FactorModel model, int song, int other) {
        return (model.songIds()[song] - model.songIds()[other]) % 2 == 0 ? 1 : 0;
    }

    private static int[] nearest(FactorModel model, int song) {
        return IntStream.range(0, model.songs())
                .filter(other -> other != song)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> -cosine(model, song, other)))
                .limit(10)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double cosine(FactorModel model, int a, int b) {
        return dot(model, a, b) / Math.sqrt(dot(model, a, a) * dot(model, b, b));
    }

    private static double dot(FactorModel model, int a, int b) {
        int d = model.dimension();
        return IntStream.range(0, d)
                .mapToDouble(k -> (double) model.songFactors()[a * d + k] * model.songFactors()[b * d + k])
                .sum();
    }

    private static UserHistory guest(int kind) {
        InteractionMatrixBuilder listens = new InteractionMatrixBuilder();
        IntStream.range(1, 6).forEach(song -> listens.addListen(GUEST, 2 * song + kind, START + song * SONG_SECONDS));
        return listens.build().history(0);
    }

    private static List<Integer> kinds(List<ScoredSong> songs) {
        return songs.stream().map(song -> song.songId() % 2).toList();
    }
}
