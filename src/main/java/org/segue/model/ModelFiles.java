package org.segue.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.songmodel.SafeTensors;
import org.segue.songmodel.Tensor;
import org.segue.storage.DurableFiles;
import org.segue.text.StoredSentence;

/**
 * The folder of one model: {@code factors.safetensors} with the embeddings, the keys of their rows and the neighbors of songs, {@code
 * manifest.json} with their provenance and checksum. Users are there by internal number only.
 */
public final class ModelFiles {

    /** Name of the file of embeddings. */
    public static final String FACTORS = "factors.safetensors";

    /** Name of the file of provenance. */
    public static final String MANIFEST = "manifest.json";

    private static final String USER_ID = "user_id";
    private static final String USER_FINGERPRINT = "user_fingerprint";
    private static final String USER_FACTORS = "user_factors";
    private static final String SONG_ID = "song_id";
    private static final String NEIGHBOR_START = "neighbor_start";
    private static final String NEIGHBOR_ROW = "neighbor_row";
    private static final String NEIGHBOR_IN_SESSION = "neighbor_in_session";
    private static final String NEIGHBOR_FRESH = "neighbor_fresh";
    private static final String ALL_SONGS = "all_songs";
    private static final String GRAM = "gram";

    private static final int BUFFER_BYTES = 1 << 16;

    private static final ObjectMapper JSON = StoredSentence.in(JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            // A later version of the same format may tell more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build());

    private ModelFiles() {}

    /**
     * Writes a model's folder and forces it to disk.
     *
     * @param folder made if it is missing; must not hold a model
     * @param model the embeddings
     * @param manifest their provenance
     * @return the manifest with the checksum of the embeddings, as it was written
     */
    public static ModelManifest write(Path folder, FactorModel model, ModelManifest manifest) throws IOException {
        Files.createDirectories(folder);
        Path factors = folder.resolve(FACTORS);
        SafeTensors.write(factors, tensors(model));
        ModelManifest written = manifest.withChecksum(sha256(factors));
        writeManifest(folder, written);
        return written;
    }

    private static List<Tensor> tensors(FactorModel model) {
        long users = model.users();
        long songs = model.songs();
        long dimension = model.dimension();
        List<Tensor> tensors = new ArrayList<>(List.of(
                Tensor.of(USER_FINGERPRINT, model.userFingerprints(), users),
                Tensor.of(USER_ID, model.userIds(), users),
                Tensor.of(USER_FACTORS, model.userFactors(), users, dimension),
                Tensor.of(SONG_ID, model.songIds(), songs)));
        tensors.addAll(model.embeddings().tensors());
        Neighbors neighbors = model.neighbors();
        if (!neighbors.isEmpty()) {
            long count = neighbors.rows().length;
            tensors.add(Tensor.of(NEIGHBOR_START, neighbors.start(), songs + 1));
            tensors.add(Tensor.of(NEIGHBOR_ROW, neighbors.rows(), count));
            tensors.add(Tensor.of(NEIGHBOR_IN_SESSION, neighbors.inSession(), count));
            if (neighbors.fresh() != neighbors.inSession()) {
                tensors.add(Tensor.of(NEIGHBOR_FRESH, neighbors.fresh(), count));
            }
        }
        FactorModel.WholeTable whole = model.whole();
        if (whole != null) {
            tensors.add(Tensor.of(ALL_SONGS, new int[] {whole.songs()}, 1));
            tensors.add(Tensor.of(GRAM, whole.gram(), dimension, dimension));
        }
        return tensors;
    }

    /** Replaces the manifest of a folder, durably. */
    static void writeManifest(Path folder, ModelManifest manifest) throws IOException {
        DurableFiles.replace(folder.resolve(MANIFEST), JSON.writeValueAsBytes(manifest));
    }

    /**
     * Reads a model's folder and checks all of it: the checksum, the shapes, keys that ascend, embeddings that are numbers.
     *
     * @throws DamagedModelException if anything is missing or wrong; the message says what
     */
    public static StoredModel read(Path folder) throws DamagedModelException {
        String name = String.valueOf(folder.getFileName());
        try {
            ModelManifest manifest = readManifest(folder);
            requireChecksum(folder.resolve(FACTORS), manifest);
            FactorModel model =
                    readFactors(folder.resolve(FACTORS), manifest.provenance().hyperparameters());
            requireSound(model, manifest);
            return new StoredModel(model, manifest);
        } catch (NoSuchFileException e) {
            throw new DamagedModelException(name, "%s is missing".formatted(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            throw new DamagedModelException(name, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reads the manifest alone.
     *
     * @throws IOException if it is missing, not JSON, incomplete, or of a format that this program does not know
     */
    public static ModelManifest readManifest(Path folder) throws IOException {
        ModelManifest manifest = JSON.readValue(Files.readAllBytes(folder.resolve(MANIFEST)), ModelManifest.class);
        if (manifest.formatVersion() != ModelManifest.FORMAT_VERSION) {
            throw new IOException("its files have format %d, this program reads format %d"
                    .formatted(manifest.formatVersion(), ModelManifest.FORMAT_VERSION));
        }
        return manifest;
    }

    private static FactorModel readFactors(Path file, Hyperparameters hyperparameters) throws IOException {
        try (SafeTensors tensors = SafeTensors.open(file)) {
            int[] userIds = tensors.ints(USER_ID);
            int[] songIds = tensors.ints(SONG_ID);
            requireShape(tensors, USER_FACTORS, userIds.length, hyperparameters.dimension());
            FactorModel.TrainedUsers users = new FactorModel.TrainedUsers(
                    userIds, tensors.longs(USER_FINGERPRINT), tensors.floats(USER_FACTORS));
            return new FactorModel(
                    hyperparameters.loss(),
                    users,
                    songIds,
                    readEmbeddings(tensors, songIds.length, hyperparameters.dimension()),
                    hyperparameters.recencyOrNone(),
                    readNeighbors(tensors, songIds.length),
                    readWhole(tensors, songIds.length, hyperparameters.dimension()));
        }
    }

    private static SongEmbeddings readEmbeddings(SafeTensors tensors, int songs, int dimension) throws IOException {
        if (!tensors.names().contains(QuantizedEmbeddings.VALUES)) {
            requireShape(tensors, FloatEmbeddings.VALUES, songs, dimension);
            return SongEmbeddings.of(tensors.floats(FloatEmbeddings.VALUES), songs);
        }
        requireShape(tensors, QuantizedEmbeddings.VALUES, songs, dimension);
        requireShape(tensors, QuantizedEmbeddings.SCALES, songs);
        return new QuantizedEmbeddings(
                tensors.bytes(QuantizedEmbeddings.VALUES), tensors.floats(QuantizedEmbeddings.SCALES));
    }

    // Models of before have none.
    private static Neighbors readNeighbors(SafeTensors tensors, int songs) throws IOException {
        if (!tensors.names().contains(NEIGHBOR_START)) {
            return Neighbors.NONE;
        }
        int[] rows = tensors.ints(NEIGHBOR_ROW);
        requireShape(tensors, NEIGHBOR_START, songs + 1L);
        requireShape(tensors, NEIGHBOR_IN_SESSION, rows.length);
        float[] inSession = tensors.floats(NEIGHBOR_IN_SESSION);
        return new Neighbors(tensors.ints(NEIGHBOR_START), rows, inSession, fresh(tensors, inSession));
    }

    // Where nothing is told of it, it is the same.
    private static float[] fresh(SafeTensors tensors, float[] inSession) throws IOException {
        if (!tensors.names().contains(NEIGHBOR_FRESH)) {
            return inSession;
        }
        requireShape(tensors, NEIGHBOR_FRESH, inSession.length);
        return tensors.floats(NEIGHBOR_FRESH);
    }

    private static FactorModel.@Nullable WholeTable readWhole(SafeTensors tensors, int songs, int dimension)
            throws IOException {
        if (!tensors.names().contains(GRAM)) {
            return null;
        }
        requireShape(tensors, ALL_SONGS, 1);
        requireShape(tensors, GRAM, dimension, dimension);
        int all = tensors.ints(ALL_SONGS)[0];
        double[] gram = new double[dimension * dimension];
        tensors.doubles(GRAM, 0, gram);
        require(all >= songs, "it has more songs than it was trained on");
        require(Arrays.stream(gram).allMatch(Double::isFinite), "the Gram matrix is not a number");
        return new FactorModel.WholeTable(all, gram);
    }

    private static void requireShape(SafeTensors tensors, String name, long... expected) throws IOException {
        long[] shape = tensors.shape(name);
        require(
                Arrays.equals(shape, expected),
                "%s has the shape %s, not %s".formatted(name, Arrays.toString(shape), Arrays.toString(expected)));
    }

    private static void requireSound(FactorModel model, ModelManifest manifest) throws IOException {
        require(
                model.users() == manifest.size().users()
                        && model.songs() == manifest.size().songs(),
                "the manifest counts other rows");
        require(ascends(model.userIds()), "the users' keys do not ascend");
        require(ascends(model.songIds()), "the songs' keys do not ascend");
        require(isFinite(model.userFactors()), "a user's embedding is not a number");
        require(model.embeddings().isFinite(), "a song's embedding is not a number");
    }

    private static boolean ascends(int[] keys) {
        for (int k = 1; k < keys.length; k++) {
            if (keys[k] <= keys[k - 1]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static void requireChecksum(Path file, ModelManifest manifest) throws IOException {
        require(sha256(file).equals(manifest.factorsSha256()), "the embeddings are not those that were written");
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
