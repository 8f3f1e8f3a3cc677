package org.segue.songmodel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A song model that lies unpacked in a folder, and its numbers, read when they are asked for. Belongs to one thread.
 */
public final class SongModel implements Closeable {

    private final Path folder;
    private final SongModelManifest manifest;
    private final SafeTensors embeddings;
    private final SafeTensors neighbors;

    private SongModel(Path folder, SongModelManifest manifest, SafeTensors embeddings, SafeTensors neighbors) {
        this.folder = folder;
        this.manifest = manifest;
        this.embeddings = embeddings;
        this.neighbors = neighbors;
    }

    /** Opens one whose files were checked when they were unpacked. */
    public static SongModel open(Path folder) throws IOException {
        SongModelManifest manifest = ManifestJson.read(Files.readAllBytes(folder.resolve(SongModelEntries.MANIFEST)));
        SafeTensors embeddings = SafeTensors.open(folder.resolve(SongModelEntries.EMBEDDINGS));
        try {
            return new SongModel(
                    folder, manifest, embeddings, SafeTensors.open(folder.resolve(SongModelEntries.NEIGHBORS)));
        } catch (IOException | RuntimeException e) {
            embeddings.close();
            throw e;
        }
    }

    /** What it says of itself. */
    public SongModelManifest manifest() {
        return manifest;
    }

    /** Its songs, from the first on; to be closed. */
    public SongLines songs() throws IOException {
        return new SongLines(
                folder.resolve(SongModelEntries.SONGS), manifest.size().keyVersion());
    }

    /**
     * Quantized embeddings of songs that follow each other.
     *
     * @param song the first
     * @param into is filled: songs × dimension
     */
    public void rows(int song, byte[] into) throws IOException {
        embeddings.bytes(SongModelEntries.ROWS, (long) song * manifest.size().dimension(), into);
    }

    /** Scale of each song. */
    public float[] scales() throws IOException {
        return embeddings.floats(SongModelEntries.SCALES);
    }

    /** The Gram matrix of the dequantized embeddings of all songs, row after row. */
    public double[] gram() throws IOException {
        int d = manifest.size().dimension();
        double[] gram = new double[d * d];
        embeddings.doubles(SongModelEntries.GRAM, 0, gram);
        return gram;
    }

    /** How many neighbors a song has at most. */
    public int neighborsPerSong() throws IOException {
        return (int) neighbors.shape(SongModelEntries.NEIGHBOR_SONGS)[1];
    }

    /**
     * Neighbors of songs that follow each other, nearest first, and -1 where there are no more.
     *
     * @param song the first
     * @param rows becomes which songs: songs × {@link #neighborsPerSong()}
     * @param similarities becomes how near they are, of the same length
     */
    public void neighbors(int song, int[] rows, float[] similarities) throws IOException {
        long from = (long) song * neighborsPerSong();
        neighbors.ints(SongModelEntries.NEIGHBOR_SONGS, from, rows);
        neighbors.floats(SongModelEntries.SIMILARITIES, from, similarities);
    }

    SafeTensors embeddingTensors() {
        return embeddings;
    }

    SafeTensors neighborTensors() {
        return neighbors;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try (embeddings) {
            neighbors.close();
        }
    }
}
