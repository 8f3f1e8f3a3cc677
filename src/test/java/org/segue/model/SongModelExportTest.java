package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.ModelSongRepository.Described;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.ranking.FoldIn;
import org.segue.songmodel.ModelSong;
import org.segue.songmodel.SongModel;
import org.segue.songmodel.SongModelException;
import org.segue.songmodel.SongModelManifest;
import org.segue.songmodel.SongModelReader;
import org.segue.songmodel.SongModelSamples;

/** A model out into a song model's file and in again. */
class SongModelExportTest {

    private static final int D = 6;
    private static final int SONGS = 8;

    @TempDir
    Path folder;

    // Song k (key 10 + k) has 4 + k listeners: users 0 to 3 + k, so songs i < j have 4 + i in common.
    private static InteractionMatrix interactions() {
        int users = 4 + SONGS;
        List<Integer> columns = new ArrayList<>();
        int[] start = new int[users + 1];
        for (int user = 0; user < users; user++) {
            for (int song = Math.max(0, user - 3); song < SONGS; song++) {
                columns.add(song);
            }
            start[user + 1] = columns.size();
        }
        float[] values = new float[columns.size()];
        Arrays.fill(values, 1);
        return new InteractionMatrix(
                IntStream.rangeClosed(1, users).toArray(),
                IntStream.range(10, 10 + SONGS).toArray(),
                start,
                columns.stream().mapToInt(Integer::intValue).toArray(),
                values);
    }

    private static StoredModel stored() {
        SplittableRandom random = new SplittableRandom(3);
        float[] factors = new float[SONGS * D];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = (float) random.nextDouble() - 0.5f;
        }
        int[] start = IntStream.rangeClosed(0, SONGS).map(song -> 3 * song).toArray();
        int[] rows = new int[3 * SONGS];
        float[] near = new float[3 * SONGS];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = (k / 3 + 1 + k % 3) % SONGS;
            near[k] = 0.9f - 0.1f * (k % 3);
        }
        Hyperparameters hyperparameters =
                Hyperparameters.implicitDefaults().withDimension(D).withRecency(Recency.usual());
        FactorModel model = new FactorModel(
                hyperparameters.loss(),
                FactorModel.TrainedUsers.NONE,
                IntStream.range(10, 10 + SONGS).toArray(),
                SongEmbeddings.of(factors, SONGS),
                Recency.usual(),
                new Neighbors(start, rows, near, near),
                null);
        return new StoredModel(
                model,
                new ModelManifest(
                        new ModelManifest.Provenance(Instant.EPOCH, "test", hyperparameters, Measure.PLAYS),
                        new ModelManifest.Size(0, SONGS, 0),
                        new ModelManifest.Fit(List.of(), 0),
                        null));
    }

    private static List<Described> described() {
        return IntStream.range(0, SONGS)
                .mapToObj(k -> new Described(
                        10 + k,
                        ExternalSong.named("Artist", "Title " + k, null).with(SongModelSamples.mbid(k), null, 1000)))
                .toList();
    }

    @Test
    void write_fewListeners_leavesSongsAndPairsOut() throws IOException {
        SongModelManifest manifest =
                new SongModelExport(stored(), interactions(), described(), 6).write(folder.resolve("out"));

        assertThat(manifest.size().songs()).isEqualTo(SONGS - 2);
        assertThat(manifest.listeners().isPrivate()).isFalse();
        List<ModelSong> songs = SongModelSamples.read(folder.resolve("out"), folder.resolve("read"));
        assertThat(songs)
                .extracting(ModelSong::title)
                .containsExactly("Title 7", "Title 6", "Title 5", "Title 4", "Title 3", "Title 2");
        assertThat(songs).allMatch(song -> song.listeners() >= 6);
        // Place p is song 7 - p; songs 2 and another have 6 listeners in common, those of a lower number fewer.
        assertThat(SongModelSamples.pairs(folder.resolve("read"))).isNotEmpty();
        assertThat(new SongModelExport(stored(), interactions(), described(), 5).size())
                .isEqualTo(SONGS - 1);
    }

    @Test
    void write_pairOfFewListeners_isLeftOut_thoughBothSongsHaveMany() throws IOException {
        // Two halves of the listeners with a song each, and one listener with both.
        int[] start = IntStream.rangeClosed(0, 11)
                .map(user -> user < 6 ? user : user + 1)
                .toArray();
        int[] columns = new int[12];
        for (int user = 0; user < 11; user++) {
            columns[start[user]] = user < 6 ? 0 : 1;
        }
        columns[start[5]] = 0;
        columns[start[6] - 1] = 1;
        float[] values = new float[12];
        Arrays.fill(values, 1);
        InteractionMatrix halves = new InteractionMatrix(
                IntStream.rangeClosed(1, 11).toArray(), new int[] {10, 11}, start, columns, values);

        new SongModelExport(stored(), halves, described(), 5).write(folder.resolve("out"));
        assertThat(SongModelSamples.read(folder.resolve("out"), folder.resolve("read")))
                .hasSize(2);
        assertThat(SongModelSamples.pairs(folder.resolve("read"))).isEmpty();

        new SongModelExport(stored(), halves, described(), 1).write(folder.resolve("private"));
        SongModelSamples.read(folder.resolve("private"), folder.resolve("read-private"));
        assertThat(SongModelSamples.pairs(folder.resolve("read-private"))).isNotEmpty();
        assertThat(SongModelReader.manifest(folder.resolve("private"))
                        .listeners()
                        .isPrivate())
                .isTrue();
    }

    @Test
    void export_nothingLeftOrRatings_isRefused() {
        assertThatThrownBy(() -> new SongModelExport(stored(), interactions(), described(), 50))
                .isInstanceOf(SongModelException.class)
                .hasMessageContaining("no song in it has 50 listeners or more");
    }

    @Test
    void conversion_partOfTheSongs_foldsInAsTheWholeModel() throws IOException {
        StoredModel stored = stored();
        new SongModelExport(stored, interactions(), described(), 1).write(folder.resolve("out"));
        try (SongModel source =
                SongModelReader.unpack(folder.resolve("out"), folder.resolve("read"), SongModelReader.Limits.NONE)) {
            // Place p is song 7 - p.
            int[] all = IntStream.range(0, SONGS).map(place -> 17 - place).toArray();
            int[] some = all.clone();
            some[0] = 0;
            some[3] = 0;
            FactorModel whole = new SongModelConversion(source, all).model();
            FactorModel part = new SongModelConversion(source, some).model();
            UserHistory history = new UserHistory(1, new int[] {11, 12}, new float[] {1, 1});

            float[] expected = new FoldIn(stored.model()).solve(history).embedding();
            float[] ofWhole = new FoldIn(whole).solve(history).embedding();
            float[] ofPart = new FoldIn(part).solve(history).embedding();

            assertThat(part.songs()).isEqualTo(SONGS - 2);
            assertThat(ofPart).isEqualTo(ofWhole);
            for (int k = 0; k < D; k++) {
                assertThat(ofWhole[k]).isCloseTo(expected[k], within(0.02f));
            }
            assertThat(whole.recency().inSession().weight())
                    .isEqualTo(Recency.usual().inSession().weight());
            assertThat(whole.neighbors().rows()).hasSize(3 * SONGS);
            assertThat(part.neighbors().rows()).hasSizeLessThan(3 * (SONGS - 2) + 1);
        }
    }

    @Test
    void conversion_sameSongTwice_theFirstCounts() throws IOException {
        new SongModelExport(stored(), interactions(), described(), 1).write(folder.resolve("out"));
        try (SongModel source =
                SongModelReader.unpack(folder.resolve("out"), folder.resolve("read"), SongModelReader.Limits.NONE)) {
            int[] keys = {5, 6, 5, 7, 8, 9, 10, 11};
            assertThat(new SongModelConversion(source, keys).model().songIds()).containsExactly(5, 6, 7, 8, 9, 10, 11);
        }
    }

    @Test
    void memory_fewerSongsFitWhereThereIsLess() {
        // A container of 1 GB gives its Java 30 % of that.
        assertThat(SongModelMemory.fitting(64, 307L << 20)).isBetween(200_000, 400_000);
        assertThat(SongModelMemory.fitting(64, 900L << 20)).isBetween(1_000_000, 1_400_000);
        assertThat(SongModelMemory.fitting(64, 1L << 20)).isZero();
        assertThat(SongModelMemory.inWords(1_000_000, 64)).startsWith("1,000,000 songs of dimension 64 need about");
    }
}
