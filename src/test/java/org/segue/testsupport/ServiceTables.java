package org.segue.testsupport;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Listening tables for a service to import, and what is in those that it has imported. */
public final class ServiceTables {

    /** The demo data that comes with the program. */
    public static final Path DEMO = Path.of("data", "demo", "listening.csv.gz");

    private ServiceTables() {}

    /**
     * Writes a table in which each user has so many different songs, the same for the same seed.
     *
     * @param prefix of the ids of users and songs
     */
    public static Path write(Path file, String prefix, int users, int songs, int songsEach, long seed)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (BufferedWriter table = Files.newBufferedWriter(file)) {
            table.write("user,song,plays,title,artist\n");
            for (int u = 0; u < users; u++) {
                Set<Integer> chosen = new HashSet<>();
                while (chosen.size() < songsEach) {
                    chosen.add((int) (songs * Math.pow(random.nextDouble(), 3)));
                }
                for (int s : chosen) {
                    table.write("%s-u%d,%s-s%d,%d,Song %d,Artist %d%n"
                            .formatted(prefix, u, prefix, s, 1 + random.nextInt(20), s, s / 10));
                }
            }
        }
        return file;
    }

    /** Writes a zip of a streaming history in the shape of Spotify's: files with plays of their own, four minutes apart. */
    public static Path writeHistory(Path file, int files, int playsEach, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        long end = Instant.parse("2015-01-01T00:00:00Z").getEpochSecond();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int f = 0; f < files; f++) {
                zip.putNextEntry(new ZipEntry("Streaming_History_Audio_" + f + ".json"));
                StringBuilder plays = new StringBuilder("[");
                for (int i = 0; i < playsEach; i++, end += 240) {
                    int song = random.nextInt(5_000);
                    plays.append(i == 0 ? "" : ",")
                            .append(("{\"ts\":\"%s\",\"ms_played\":200000,\"ip_addr\":\"203.0.113.9\","
                                            + "\"master_metadata_track_name\":\"Played %d\","
                                            + "\"master_metadata_album_artist_name\":\"Player %d\"}")
                                    .formatted(Instant.ofEpochSecond(end), song, song / 10));
                }
                zip.write(plays.append(']').toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Rows of a table of comma-separated values, gzip, header left out. */
    public static List<List<String>> csv(Path file) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text(file))) {
            return rows.stream().skip(1).map(CsvRecord::getFields).toList();
        }
    }

    /** Rows of a table of tab-separated values, plain or gzip, header left out; quotes mean nothing in it. */
    public static List<List<String>> tsv(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(text(file))) {
            return lines.lines()
                    .skip(1)
                    .map(row -> List.of(row.split("\t", -1)))
                    .toList();
        }
    }

    private static Reader text(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean packed = file.toString().endsWith(".gz");
        return new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }
}
