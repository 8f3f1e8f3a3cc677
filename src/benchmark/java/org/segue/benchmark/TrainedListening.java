package org.segue.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.segue.catalog.SongStats;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.interactions.CsrMatrix;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters.Loss;
import org.segue.model.Neighbors;
import org.segue.model.Objective;
import org.segue.model.Recency;
import org.segue.ranking.FoldIn;
import org.segue.songmodel.SafeTensors;
import org.segue.songmodel.Tensor;
import org.segue.training.InteractionNeighbors;

/**
 * A model trained on {@link SyntheticListening}, what a sample of its users have heard, and who made the songs. Vectors from
 * a distribution would not do: how much of a catalogue a search must read depends on the lengths and directions that a
 * training makes.
 *
 * <p>The model is that of the implicit objective, solved exactly a side at a time, as the last step of each training is.
 * That takes a minute for a million songs, so it is kept in the folder that the system property {@value #FOLDER} names.
 *
 * @param model all songs and their neighbors, no users; neighbors count as {@link Recency#usual()} has it
 * @param users a sample
 * @param songs artists, ten songs each on average, and listeners
 */
public record TrainedListening(FactorModel model, List<UserHistory> users, SongStats songs) {

    private static final String FOLDER = "segue.benchmark.models";
    private static final int SAMPLE = 1024;
    private static final int CELLS_PER_USER = 40;
    private static final int SWEEPS = 3;
    private static final int SONGS_PER_ARTIST = 10;

    /** Where every random choice starts. */
    public static final long SEED = 7;

    // With the defaults, which suit some ten thousand songs, a million would leave nothing but popularity.
    private static final double REGULARIZATION = 0.0005;
    private static final double UNOBSERVED_WEIGHT = 0.02;

    private static final String FACTORS = "song_factors";
    private static final String LISTENERS = "listeners";
    private static final String ROW_START = "row_start";
    private static final String HEARD = "heard";
    private static final String NEIGHBOR_START = "neighbor_start";
    private static final String NEIGHBORS = "neighbors";
    private static final String SIMILARITIES = "similarities";

    /**
     * Trains, or reads what was trained before.
     *
     * @param songs number of songs
     * @param users a multiple of {@link SyntheticListening#TASTES}, at least 1,024
     * @param dimension length of an embedding
     */
    public static TrainedListening of(int songs, int users, int dimension) throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir")));
        Path file = folder.resolve("benchmark-2-%d-%d-%d.safetensors".formatted(songs, users, dimension));
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            write(file, train(songs, users, dimension), dimension);
        }
        return read(file);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
    private record Trained(float[] songFactors, InteractionMatrix interactions) {}

    private static Trained train(int songs, int users, int dimension) {
        InteractionMatrix byUser = SyntheticListening.of(users, songs, users * CELLS_PER_USER, SEED);
        CsrMatrix transposed = byUser.cells().transpose();
        InteractionMatrix bySong = new InteractionMatrix(
                /* userIds= */ byUser.songIds(),
                /* songIds= */ byUser.userIds(),
                transposed.rowStart(),
                transposed.columnIndexes(),
                transposed.values());
        float[] songFactors = new float[songs * dimension];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int k = 0; k < songFactors.length; k++) {
            songFactors[k] = (float) (random.nextGaussian() * 0.1 / Math.sqrt(dimension));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            float[] userFactors = solve(byUser, songFactors, dimension);
            songFactors = solve(bySong, userFactors, dimension);
        }
        return new Trained(songFactors, byUser);
    }

    // All rows of one side for frozen columns.
    private static float[] solve(InteractionMatrix side, float[] columnFactors, int dimension) {
        FoldIn foldIn = new FoldIn(model(side.songIds(), columnFactors));
        float[] rows = new float[side.users() * dimension];
        IntStream.range(0, side.users()).parallel().forEach(row -> {
            float[] solved = foldIn.solve(side.history(row)).embedding();
            System.arraycopy(solved, 0, rows, row * dimension, dimension);
        });
        return rows;
    }

    private static FactorModel model(int[] songIds, float[] songFactors) {
        Loss loss = new Loss(Objective.IMPLICIT, REGULARIZATION, UNOBSERVED_WEIGHT, ConfidenceWeighting.NONE);
        return new FactorModel(loss, new int[0], new long[0], new float[0], songIds, songFactors);
    }

    private static void write(Path file, Trained trained, int dimension) throws IOException {
        InteractionMatrix interactions = trained.interactions();
        // The rows are in no order, so the first are as good a sample as any.
        int[] rowStart = Arrays.copyOf(interactions.rowStart(), SAMPLE + 1);
        int[] heard = Arrays.copyOf(interactions.songIndexes(), rowStart[SAMPLE]);
        int[] listeners = new int[interactions.songs()];
        for (int song : interactions.songIndexes()) {
            listeners[song]++;
        }
        Neighbors neighbors = InteractionNeighbors.of(interactions, SEED);
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        SafeTensors.write(
                aside,
                List.of(
                        Tensor.of(LISTENERS, listeners, listeners.length),
                        Tensor.of(ROW_START, rowStart, rowStart.length),
                        Tensor.of(HEARD, heard, heard.length),
                        Tensor.of(NEIGHBOR_START, neighbors.start(), neighbors.start().length),
                        Tensor.of(NEIGHBORS, neighbors.rows(), neighbors.rows().length),
                        Tensor.of(SIMILARITIES, neighbors.inSession(), neighbors.rows().length),
                        Tensor.of(FACTORS, trained.songFactors(), listeners.length, dimension)));
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static TrainedListening read(Path file) throws IOException {
        try (SafeTensors tensors = SafeTensors.open(file)) {
            int[] listeners = tensors.ints(LISTENERS);
            int[] songIds = IntStream.rangeClosed(1, listeners.length).toArray();
            float[] similarities = tensors.floats(SIMILARITIES);
            Neighbors neighbors =
                    new Neighbors(tensors.ints(NEIGHBOR_START), tensors.ints(NEIGHBORS), similarities, similarities);
            return new TrainedListening(
                    model(songIds, tensors.floats(FACTORS)).with(Recency.usual(), neighbors),
                    histories(tensors.ints(ROW_START), tensors.ints(HEARD)),
                    songTable(listeners));
        }
    }

    private static List<UserHistory> histories(int[] rowStart, int[] heard) {
        List<UserHistory> histories = new ArrayList<>();
        for (int user = 0; user + 1 < rowStart.length; user++) {
            int[] songIds = Arrays.stream(heard, rowStart[user], rowStart[user + 1])
                    .map(song -> song + 1)
                    .toArray();
            float[] plays = new float[songIds.length];
            Arrays.fill(plays, 1);
            histories.add(new UserHistory(user + 1, songIds, plays));
        }
        return histories;
    }

    private static SongStats songTable(int[] listeners) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] artistBySong = new int[listeners.length + 1];
        int[] listenersBySong = new int[listeners.length + 1];
        for (int song = 0; song < listeners.length; song++) {
            artistBySong[song + 1] = 1 + random.nextInt(1 + listeners.length / SONGS_PER_ARTIST);
            listenersBySong[song + 1] = listeners[song];
        }
        return new SongStats(artistBySong, listenersBySong);
    }
}
