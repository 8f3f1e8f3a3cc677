package org.segue.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The demo data: invented listeners, invented songs, and two years of listens.
 *
 * <p>Run from the project's folder it writes {@value #FILE}.
 */
public final class DemoData {

    /** Where the file lies, from the project's folder. */
    public static final String FILE = "data/demo/listening.csv.gz";

    private static final String HEADER = "user_id,song_id,minutes_ago,title,artist,album\n";

    private static final long SEED = 20_260_101;

    private static final int LISTENERS = 1800;

    private DemoData() {}

    /** Writes the file. */
    public static void main(String... args) throws IOException {
        Path file = Path.of(FILE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, compressed(csv()));
    }

    /**
     * The whole table: a row a listen, listener by listener and in their order. Title, artist and album stand in the first row of a
     * song and are empty in its later ones.
     */
    static String csv() {
        Dice dice = new Dice(SEED);
        List<Artist> artists = Catalogue.invent(dice.split());
        List<Listener> listeners = People.invent(LISTENERS, dice.split());
        Map<Listener, List<Play>> plays = new LinkedHashMap<>();
        listeners.forEach(listener -> plays.put(listener, Listening.of(artists, listener, dice.split())));
        hearTheRest(artists, plays);
        int newest = plays.values().stream()
                .flatMap(List::stream)
                .mapToInt(Play::minute)
                .max()
                .orElseThrow();
        StringBuilder csv = new StringBuilder(HEADER);
        Set<Song> described = new HashSet<>();
        plays.forEach((listener, heard) -> heard.forEach(play -> {
            String attributes = described.add(play.song()) ? attributes(play.song()) : ",,";
            csv.append(listener.id()).append(',').append(play.song().id()).append(',');
            csv.append(newest - play.minute()).append(',').append(attributes).append('\n');
        }));
        return csv.toString();
    }

    // What nobody has come across is heard last by whoever hears its artist most: every song is in the table.
    private static void hearTheRest(List<Artist> artists, Map<Listener, List<Play>> plays) {
        Set<Song> heard =
                plays.values().stream().flatMap(List::stream).map(Play::song).collect(Collectors.toSet());
        for (Artist artist : artists) {
            List<Song> unheard = artist.songs().stream()
                    .filter(song -> !heard.contains(song))
                    .toList();
            if (!unheard.isEmpty()) {
                List<Play> most = Collections.max(
                        plays.values(),
                        Comparator.comparingLong(list -> list.stream()
                                .filter(play -> artist.songs().contains(play.song()))
                                .count()));
                unheard.forEach(song ->
                        most.add(new Play(song, most.get(most.size() - 1).minute() + 4)));
            }
        }
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
