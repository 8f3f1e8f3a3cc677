package org.segue.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The demo data: invented listeners, invented songs, a play count for each song that a listener has heard.
 *
 * <p>Run from the project's folder it writes {@value #FILE}.
 */
public final class DemoData {

    /** Where the file lies, from the project's folder. */
    public static final String FILE = "data/demo/listening.csv.gz";

    private static final String HEADER = "user_id,song_id,plays,title,artist,album\n";

    private static final long SEED = 20_260_101;

    private static final int LISTENERS = 1800;

    private DemoData() {}

    /** Writes the file. */
    public static void main(String... args) throws IOException {
        Path file = Path.of(FILE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, compressed(csv()));
    }

    /** The whole table. Title, artist and album stand in the first row of a song and are empty in its later ones. */
    static String csv() {
        Dice dice = new Dice(SEED);
        Listening listening = new Listening(Catalogue.invent(dice.split()));
        List<Listener> listeners = People.invent(LISTENERS, dice.split());
        StringBuilder csv = new StringBuilder(HEADER);
        Set<Song> described = new HashSet<>();
        for (Listener listener : listeners) {
            for (Play play : listening.of(listener, dice.split())) {
                Song song = play.song();
                String attributes = described.add(song) ? attributes(song) : ",,";
                csv.append(listener.id()).append(',').append(song.id()).append(',');
                csv.append(play.plays()).append(',').append(attributes).append('\n');
            }
        }
        return csv.toString();
    }

    /** Gzip without a time in its header: the same text gives the same bytes. */
    static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new SmallGzip(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String attributes(Song song) {
        return quoted(song.title()) + "," + quoted(song.artist()) + "," + quoted(song.album());
    }

    /** A field as RFC 4180 wants it. */
    private static String quoted(String field) {
        boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** Java's gzip stream, which writes no time, at the best compression. */
    private static final class SmallGzip extends GZIPOutputStream {
        SmallGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
