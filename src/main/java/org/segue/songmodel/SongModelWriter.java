package org.segue.songmodel;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a song model's file, a song at a time: {@link #add} for each song in {@link ModelSong#ORDER}, {@link #addNeighbors} for each song in the
 * same order (after, between or before them), then {@link #finish}. The same model makes the same bytes, but for the time in its manifest.
 *
 * <p>What is under way lies in a folder of its own beside the file, which {@link #close} deletes; the file appears whole or not at all.
 * In memory are a scale a song and the Gram matrix. Not safe for several threads.
 */
public final class SongModelWriter implements Closeable {

    private static final int ROWS = 0;
    private static final int SCALES = 1;
    private static final int GRAM = 2;
    private static final int NEIGHBOR_SONGS = 0;
    private static final int SIMILARITIES = 1;

    private final Path target;
    private final Path folder;
    private final OutputStream lines;
    private final TensorFile embeddings;
    private final TensorFile neighbors;
    private final GramSum gram;
    private final byte[] quantized;
    private final float[] dequantized;
    private final int songs;
    private final int neighborsPerSong;
    private @Nullable ModelSong last;
    private int added;
    private int withNeighbors;

    /**
     * Begins a file.
     *
     * @param target the file; another one there is replaced at the end
     * @param songs how many songs will be added
     * @param dimension d of their embeddings
     * @param neighborsPerSong the most neighbors of a song
     */
    public SongModelWriter(Path target, int songs, int dimension, int neighborsPerSong) throws IOException {
        this.target = target.toAbsolutePath();
        this.songs = songs;
        this.neighborsPerSong = neighborsPerSong;
        gram = new GramSum(dimension);
        quantized = new byte[dimension];
        dequantized = new float[dimension];
        folder = Files.createTempDirectory(this.target.getParent(), ".song-model-");
        lines = new BufferedOutputStream(Files.newOutputStream(folder.resolve(SongModelEntries.SONGS)), 1 << 16);
        embeddings = new TensorFile(
                folder.resolve(SongModelEntries.EMBEDDINGS),
                List.of(
                        plan(SongModelEntries.ROWS, Tensor.Kind.I8, songs, dimension),
                        plan(SongModelEntries.SCALES, Tensor.Kind.F32, songs),
                        plan(SongModelEntries.GRAM, Tensor.Kind.F64, dimension, dimension)));
        neighbors = new TensorFile(
                folder.resolve(SongModelEntries.NEIGHBORS),
                List.of(
                        plan(SongModelEntries.NEIGHBOR_SONGS, Tensor.Kind.I32, songs, neighborsPerSong),
                        plan(SongModelEntries.SIMILARITIES, Tensor.Kind.F32, songs, neighborsPerSong)));
    }

    private static SafeTensorsHeader.Plan plan(String name, Tensor.Kind kind, long... shape) {
        return new SafeTensorsHeader.Plan(name, kind, shape);
    }

    /**
     * Adds the next song.
     *
     * @param embedding finite: {@code [dimension]}
     * @throws IllegalArgumentException if it does not come after the one before, or its embedding is not finite
     */
    public void add(ModelSong song, float[] embedding) throws IOException {
        if (last != null && ModelSong.ORDER.compare(last, song) >= 0) {
            throw new IllegalArgumentException(
                    "illegal order of songs: %s does not come after %s".formatted(song.key(), last.key()));
        }
        if (embedding.length != quantized.length) {
            throw new IllegalArgumentException(
                    "illegal length of an embedding: %d, must be %d".formatted(embedding.length, quantized.length));
        }
        last = song;
        added++;
        SongLines.write(song, lines);
        float scale = QuantizedRow.quantize(embedding, quantized);
        QuantizedRow.dequantize(quantized, 0, scale, dequantized);
        gram.add(dequantized);
        embeddings.add(ROWS, quantized);
        embeddings.add(SCALES, scale);
    }

    /**
     * Adds the neighbors of the next song.
     *
     * @param rows places of other songs, at most as many as was announced
     * @param similarities falling, not negative, one for each
     */
    public void addNeighbors(int[] rows, float[] similarities) throws IOException {
        int[] padded = Arrays.copyOf(rows, neighborsPerSong);
        Arrays.fill(padded, rows.length, neighborsPerSong, -1);
        neighbors.add(NEIGHBOR_SONGS, padded);
        neighbors.add(SIMILARITIES, Arrays.copyOf(similarities, neighborsPerSong));
        withNeighbors++;
    }

    /**
     * Ends the file.
     *
     * @param manifest says of it what is not in the other files
     * @return the manifest as it was written, with sizes and checksums
     * @throws IllegalStateException if songs or neighbors are missing
     */
    public SongModelManifest finish(SongModelManifest manifest) throws IOException {
        if (added != songs || withNeighbors != songs || manifest.size().songs() != songs) {
            throw new IllegalStateException("illegal number of songs: %d, and %d with neighbors, must be %d"
                    .formatted(added, withNeighbors, songs));
        }
        lines.close();
        embeddings.add(GRAM, gram.cells());
        embeddings.finish();
        neighbors.finish();
        Map<String, PackedFile> files = new LinkedHashMap<>();
        for (String name : SongModelEntries.REQUIRED) {
            files.put(name, PackedFile.of(folder.resolve(name)));
        }
        Map<String, SongModelManifest.Entry> entries = new LinkedHashMap<>();
        files.forEach((name, file) -> entries.put(name, file.entry()));
        SongModelManifest written = manifest.with(entries);
        publish(written, files);
        return written;
    }

    private void publish(SongModelManifest manifest, Map<String, PackedFile> files) throws IOException {
        Path whole = folder.resolve("whole");
        PackedFile.pack(whole, ManifestJson.write(manifest), files);
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        lines.close();
        embeddings.close();
        neighbors.close();
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
