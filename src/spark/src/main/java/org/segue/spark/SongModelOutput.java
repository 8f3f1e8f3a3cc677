package org.segue.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.segue.songmodel.ModelSong;
import org.segue.songmodel.SongModelManifest;
import org.segue.songmodel.SongModelWriter;

/** Writes a song model's file, partition after partition: the driver holds the embeddings, and no more of names and neighbors than one partition has. */
final class SongModelOutput {

    private SongModelOutput() {}

    /**
     * Writes it.
     *
     * @param target of any file system that Hadoop knows
     * @param songs as {@link SongTable} has them
     * @param neighbors as {@link NeighborPairs} has them
     * @param most neighbors of a song
     */
    static void write(
            Configuration configuration,
            String target,
            SongModelManifest manifest,
            EmbeddingTable table,
            Dataset<Row> songs,
            Dataset<Row> neighbors,
            int most) {
        try {
            java.nio.file.Path folder = Files.createTempDirectory("segue-song-model-");
            java.nio.file.Path file = folder.resolve("whole.segue-model");
            try (SongModelWriter writer = new SongModelWriter(file, table.rows(), table.dimension(), most)) {
                addSongs(writer, table, songs);
                addNeighbors(writer, table.rows(), neighbors);
                writer.finish(manifest);
            }
            Path path = new Path(target);
            path.getFileSystem(configuration)
                    .copyFromLocalFile(/* delSrc= */ true, /* overwrite= */ true, new Path(file.toUri()), path);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addSongs(SongModelWriter writer, EmbeddingTable table, Dataset<Row> songs) throws IOException {
        Iterator<Row> sorted = songs.select(
                        "number", "mbid", "key", "title", "artist", "artistMbid", "album", "listeners")
                .sort("number")
                .toLocalIterator();
        while (sorted.hasNext()) {
            Row song = sorted.next();
            float[] embedding = new float[table.dimension()];
            table.copyRow(song.getInt(0), embedding, 0);
            writer.add(
                    new ModelSong(
                            /* mbid= */ song.getString(1),
                            /* key= */ song.getString(2),
                            /* title= */ song.getString(3),
                            /* artist= */ song.getString(4),
                            /* artistMbid= */ song.getString(5),
                            /* album= */ song.getString(6),
                            /* lengthMs= */ null,
                            /* listeners= */ song.getLong(7)),
                    embedding);
        }
    }

    // Partitions come as arrays: an object a neighbor would be a hundred times as many bytes.
    private static void addNeighbors(SongModelWriter writer, int songs, Dataset<Row> neighbors) throws IOException {
        Iterator<int[]> blocks = neighbors
                .repartitionByRange(col("song"))
                .sortWithinPartitions("song", "place")
                .select("song", "other", "similarity")
                .javaRDD()
                .mapPartitions(SongModelOutput::packed)
                .toLocalIterator();
        int next = 0;
        while (blocks.hasNext()) {
            int[] block = blocks.next();
            for (int from = 0; from < block.length; ) {
                int song = block[from];
                int to = from;
                while (to < block.length && block[to] == song) {
                    to += 3;
                }
                addNone(writer, song - next);
                add(writer, block, from, to);
                next = song + 1;
                from = to;
            }
        }
        addNone(writer, songs - next);
    }

    private static Iterator<int[]> packed(Iterator<Row> rows) {
        int[] values = new int[3 * 1024];
        int size = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = row.getInt(0);
            values[size++] = row.getInt(1);
            values[size++] = Float.floatToRawIntBits(row.getFloat(2));
        }
        return List.of(Arrays.copyOf(values, size)).iterator();
    }

    private static void add(SongModelWriter writer, int[] block, int from, int to) throws IOException {
        int[] songs = new int[(to - from) / 3];
        float[] similarities = new float[songs.length];
        for (int k = 0; k < songs.length; k++) {
            songs[k] = block[from + 3 * k + 1];
            similarities[k] = Float.intBitsToFloat(block[from + 3 * k + 2]);
        }
        writer.addNeighbors(songs, similarities);
    }

    private static void addNone(SongModelWriter writer, int songs) throws IOException {
        for (int k = 0; k < songs; k++) {
            writer.addNeighbors(new int[0], new float[0]);
        }
    }
}
