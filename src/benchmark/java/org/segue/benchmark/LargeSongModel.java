package org.segue.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.segue.catalog.RecordingKey;
import org.segue.songmodel.ModelSong;
import org.segue.songmodel.SongModelManifest;
import org.segue.songmodel.SongModelWriter;

/**
 * Makes a song model of many songs, to see what it takes to serve one: songs of {@value #TASTES} tastes, seven an artist, embeddings about
 * their taste's and the longer the more listeners a song has, thirty neighbors of the same taste. The same arguments make the same model.
 *
 * <p>{@code java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*" src/benchmark/java/org/segue/benchmark/LargeSongModel.java FILE
 * SONGS [DIMENSION]}
 */
public final class LargeSongModel {

    private static final int TASTES = 256;
    private static final int NEIGHBORS = 30;
    private static final int SONGS_AN_ARTIST = 7;
    private static final double MOST_LISTENERS = 100_000;
    private static final long SEED = 42;

    private final Random random = new Random(SEED);
    private final int songs;
    private final int dimension;
    private final float[][] tastes;

    private LargeSongModel(int songs, int dimension) {
        this.songs = songs;
        this.dimension = dimension;
        this.tastes = new float[TASTES][dimension];
        for (float[] taste : tastes) {
            for (int k = 0; k < dimension; k++) {
                taste[k] = (float) random.nextGaussian();
            }
        }
    }

    /** Makes one. */
    public static void main(String[] args) throws IOException {
        int dimension = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        new LargeSongModel(Integer.parseInt(args[1]), dimension).write(Path.of(args[0]));
    }

    private void write(Path file) throws IOException {
        try (SongModelWriter writer = new SongModelWriter(file, songs, dimension, NEIGHBORS)) {
            List<ModelSong> equal = new ArrayList<>();
            int place = 0;
            for (int rank = 0; rank < songs; rank++) {
                ModelSong song = song(rank);
                if (!equal.isEmpty() && equal.get(0).listeners() != song.listeners()) {
                    place = add(writer, equal, place);
                }
                equal.add(song);
            }
            add(writer, equal, place);
            writer.finish(manifest());
        }
    }

    private int add(SongModelWriter writer, List<ModelSong> songs, int from) throws IOException {
        songs.sort(ModelSong.ORDER);
        int place = from;
        for (ModelSong song : songs) {
            writer.add(song, embedding(place));
            addNeighbors(writer, place++);
        }
        songs.clear();
        return place;
    }

    private static ModelSong song(int rank) {
        String artist = "Made artist " + rank / SONGS_AN_ARTIST;
        String title = "Made song " + rank;
        long listeners = 5 + Math.round(MOST_LISTENERS / (1 + rank / 10.0));
        return ModelSong.of(null, artist, title, listeners);
    }

    private float[] embedding(int place) {
        double length = 0.2 / (1 + Math.log1p(place) / 10);
        float[] embedding = new float[dimension];
        for (int k = 0; k < dimension; k++) {
            embedding[k] = (float) (length * (tastes[place % TASTES][k] + random.nextGaussian()));
        }
        return embedding;
    }

    // Of the same taste, next to it by the number of listeners.
    private void addNeighbors(SongModelWriter writer, int place) throws IOException {
        int[] rows = new int[NEIGHBORS];
        float[] similarities = new float[NEIGHBORS];
        for (int k = 0; k < NEIGHBORS; k++) {
            rows[k] = (int) ((place + (k + 1L) * TASTES) % songs);
            similarities[k] = 0.5f / (k + 1);
        }
        writer.addNeighbors(rows, similarities);
    }

    private SongModelManifest manifest() {
        return new SongModelManifest(
                new SongModelManifest.Size(RecordingKey.VERSION, dimension, songs),
                new SongModelManifest.Loss(0.1, 0.01, 1, "weight", "none"),
                new SongModelManifest.Time(0.5, 0.4, 3600.0, 300.0, null, 0.1),
                new SongModelManifest.Listeners(100_000, 5, false),
                new SongModelManifest.Run(8, 2, SEED),
                new SongModelManifest.Origin(
                        Instant.EPOCH,
                        "benchmark",
                        new SongModelManifest.Source("made", "https://example.org/made", "2026"),
                        "CC0-1.0"));
    }
}
