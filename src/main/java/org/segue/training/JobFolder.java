package org.segue.training;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.Listens;
import org.segue.model.ModelFiles;
import org.segue.model.StoredModel;
import org.segue.songmodel.SafeTensors;
import org.segue.songmodel.Tensor;
import org.segue.storage.DurableFiles;

/**
 * All that a training needs, in one folder that another process, or another machine, can work on: {@code spec.json}, {@code
 * job.json}, {@code interactions.safetensors} (compressed rows, the keys of rows and columns, the listens of which a time is known); later
 * {@code model}, ready to be published, and {@code worker.log}. A folder of that name is complete: it is written aside and renamed, and so is the model in it.
 *
 * @param path the folder
 */
public record JobFolder(Path path) {

    /**
     * Size of a job.
     *
     * @param rows users and songs together
     * @param cells interactions
     * @param listens plays of which a time is known
     */
    record Size(long rows, long cells, long listens) {}

    private static final String SPEC = "spec.json";
    private static final String JOB = "job.json";
    private static final String INTERACTIONS = "interactions.safetensors";
    private static final String USER_ID = "user_id";
    private static final String SONG_ID = "song_id";
    private static final String ROW_START = "row_start";
    private static final String SONG_INDEX = "song_index";
    private static final String VALUE = "value";
    private static final String FORMAT = "format";
    private static final String LISTEN_START = "listen_start";
    private static final String LISTEN_SONG = "listen_song";
    private static final String LISTEN_SECOND = "listen_second";

    /** Of the interactions' file. The first had no listens, and no number. */
    private static final int FORMAT_VERSION = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Writes a job's folder.
     *
     * @param path the folder; must not exist, its parent must
     */
    public static JobFolder create(Path path, TrainingSpec spec, WorkerJob job, InteractionMatrix interactions)
            throws IOException {
        Path aside = aside(path);
        Listens listens = interactions.listens();
        Files.createDirectory(aside);
        DurableFiles.replace(aside.resolve(SPEC), JSON.writeValueAsBytes(spec));
        DurableFiles.replace(aside.resolve(JOB), JSON.writeValueAsBytes(job));
        SafeTensors.write(
                aside.resolve(INTERACTIONS),
                List.of(
                        Tensor.of(FORMAT, new int[] {FORMAT_VERSION}, 1),
                        Tensor.of(USER_ID, interactions.userIds(), interactions.users()),
                        Tensor.of(SONG_ID, interactions.songIds(), interactions.songs()),
                        Tensor.of(ROW_START, interactions.rowStart(), interactions.users() + 1L),
                        Tensor.of(SONG_INDEX, interactions.songIndexes(), interactions.interactions()),
                        Tensor.of(LISTEN_START, listens.rowStart(), listens.rowStart().length),
                        Tensor.of(LISTEN_SONG, listens.songIndexes(), listens.size()),
                        Tensor.of(LISTEN_SECOND, listens.seconds(), listens.size()),
                        Tensor.of(VALUE, interactions.values(), interactions.interactions())));
        DurableFiles.rename(aside, path);
        return new JobFolder(path);
    }

    /** Where the finished model is: what a {@link org.segue.model.ModelStore} publishes. */
    public Path model() {
        return path.resolve("model");
    }

    /** Where the worker's words go. */
    public Path log() {
        return path.resolve("worker.log");
    }

    /**
     * What to train.
     *
     * @throws IOException if the file cannot be read or a value is out of range
     */
    public TrainingSpec spec() throws IOException {
        return JSON.readValue(Files.readAllBytes(path.resolve(SPEC)), TrainingSpec.class);
    }

    /**
     * How to train.
     *
     * @throws IOException if the file cannot be read or a value is out of range
     */
    public WorkerJob job() throws IOException {
        return JSON.readValue(Files.readAllBytes(path.resolve(JOB)), WorkerJob.class);
    }

    /**
     * The interactions, checked.
     *
     * @throws IOException if the file cannot be read or its arrays do not make a matrix
     */
    public InteractionMatrix interactions() throws IOException {
        Path file = path.resolve(INTERACTIONS);
        try (SafeTensors tensors = SafeTensors.open(file)) {
            requireFormat(tensors);
            InteractionMatrix matrix = new InteractionMatrix(
                    tensors.ints(USER_ID),
                    tensors.ints(SONG_ID),
                    tensors.ints(ROW_START),
                    tensors.ints(SONG_INDEX),
                    tensors.floats(VALUE),
                    new Listens(tensors.ints(LISTEN_START), tensors.ints(LISTEN_SONG), tensors.ints(LISTEN_SECOND)));
            requireSound(matrix);
            return matrix;
        } catch (RuntimeException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void requireFormat(SafeTensors tensors) throws IOException {
        int format = tensors.names().contains(FORMAT) ? tensors.ints(FORMAT)[0] : 1;
        if (format != FORMAT_VERSION) {
            throw new IOException(
                    "The interactions have format %d, this program reads format %d: start the training anew"
                            .formatted(format, FORMAT_VERSION));
        }
    }

    /**
     * How large the matrix is, from the head of its file.
     *
     * @throws IOException if the file is not sound
     */
    Size size() throws IOException {
        try (SafeTensors tensors = SafeTensors.open(path.resolve(INTERACTIONS))) {
            return new Size(
                    tensors.length(USER_ID) + tensors.length(SONG_ID),
                    tensors.length(VALUE),
                    tensors.names().contains(LISTEN_SONG) ? tensors.length(LISTEN_SONG) : 0);
        }
    }

    /** Writes the finished model. */
    public void writeModel(StoredModel trained) throws IOException {
        Path aside = aside(model());
        ModelFiles.write(aside, trained.model(), trained.manifest());
        DurableFiles.rename(aside, model());
    }

    private static Path aside(Path path) {
        return path.resolveSibling("." + path.getFileName() + ".new");
    }

    private static void requireSound(InteractionMatrix matrix) {
        requireAscending("user keys", matrix.userIds(), 0, matrix.users());
        requireAscending("song keys", matrix.songIds(), 0, matrix.songs());
        require(matrix.rowStart()[0] == 0, "the first row does not start at 0");
        for (int user = 0; user < matrix.users(); user++) {
            int from = matrix.rowStart()[user];
            int to = matrix.rowStart()[user + 1];
            require(from <= to && to <= matrix.interactions(), "rows do not follow each other");
            requireAscending("song indexes", matrix.songIndexes(), from, to);
            require(
                    from == to || (matrix.songIndexes()[from] >= 0 && matrix.songIndexes()[to - 1] < matrix.songs()),
                    "a song index is out of range");
        }
        for (float value : matrix.values()) {
            require(Float.isFinite(value), "a value is not a number");
        }
        requireSound(matrix, matrix.listens());
    }

    private static void requireSound(InteractionMatrix matrix, Listens listens) {
        for (int user = 0; user < matrix.users(); user++) {
            int from = listens.from(user);
            int to = listens.to(user);
            require(from <= to && from >= 0 && to <= listens.size(), "rows of listens do not follow each other");
            for (int k = from; k < to; k++) {
                require(
                        k == from || listens.seconds()[k] >= listens.seconds()[k - 1],
                        "times of listens do not ascend");
                require(
                        Arrays.binarySearch(
                                        matrix.songIndexes(),
                                        matrix.rowStart()[user],
                                        matrix.rowStart()[user + 1],
                                        listens.songIndexes()[k])
                                >= 0,
                        "a listen is of a song that the user has not heard");
            }
        }
    }

    private static void requireAscending(String what, int[] keys, int from, int to) {
        for (int k = from + 1; k < to; k++) {
            require(keys[k] > keys[k - 1], what + " do not ascend");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
