package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.segue.imports.formats.BinaryFixtures;
import org.segue.imports.formats.Fixtures;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.HistoryFixtures;
import org.segue.imports.formats.RecordedRows;
import org.segue.imports.formats.ServiceFixtures;
import org.segue.testsupport.Soak;

/** Whatever is done to a good file, reading it ends: in rows, in a report, in a sentence. Never in anything else. */
@Tag(Soak.TAG)
@Timeout(600)
class ImporterFuzzTest {

    private static final int ROUNDS = Soak.of(2000, 40_000);
    private static final byte[] NASTY = {
        0, '"', ',', ';', '\t', '\n', '\r', '<', (byte) 0xff, (byte) 0xef, 0x1f, 'e', '-', '9'
    };

    private static final List<String> SHAPES = Stream.of(
                    Fixtures.ALL,
                    HistoryFixtures.everyShape(),
                    List.copyOf(ServiceFixtures.ALL.values()),
                    ServiceFixtures.withIds())
            .flatMap(List::stream)
            .toList();

    private static final List<Charset> CHARSETS =
            List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @TempDir
    Path folder;

    private final Random random = new Random(20_240_531);

    @Test
    void read_mutatedFiles_endsInReportsOnly() throws IOException {
        int readToTheEnd = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = mutated(SHAPES.get(round % SHAPES.size()).getBytes(charset()));
            boolean packed = random.nextInt(8) == 0;
            try {
                RecordedRows rows = Fixtures.read(folder, packed ? damagedGzip(file) : file, Fixtures.forUser("anna"));
                assertThat(rows.rows)
                        .allMatch(row -> !row.user().isEmpty()
                                && !row.song().isEmpty()
                                && Double.isFinite(row.value())
                                && row.user().indexOf('\0') < 0);
                assertThat(rows.bad)
                        .allMatch(row -> row.line() > 0 && !row.reason().isBlank());
                assertThat(rows.listens)
                        .allMatch(listen -> !listen.user().isEmpty()
                                && listen.song().identity().indexOf(HistoryFile.NOT_TEXT) < 0
                                && listen.listenedAt() > 0);
                assertThat(rows.listens)
                        .as("names have something of them in the key")
                        .allMatch(listen -> listen.song().artist() == null
                                || String.valueOf(listen.song().recordingKey()).charAt(0) != '\t');
                assertThat(rows.feedback).allMatch(said -> !said.user().isEmpty() && said.judgedAt() > 0);
                readToTheEnd++;
            } catch (ImportException | IOException e) {
                assertThat(e).isNotInstanceOf(java.io.UncheckedIOException.class);
                refused++;
            }
        }

        assertThat(readToTheEnd).isGreaterThan(ROUNDS / 4);
        assertThat(refused).isGreaterThan(ROUNDS / 20);
    }

    private Charset charset() {
        return random.nextInt(4) == 0 ? CHARSETS.get(random.nextInt(CHARSETS.size())) : StandardCharsets.UTF_8;
    }

    @Test
    void read_mutatedArchives_endInReportsOnly() throws IOException {
        List<byte[]> archives = archivesOfEveryShape();
        int readToTheEnd = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS / 4; round++) {
            Path file = Files.write(folder.resolve("archive"), mutated(archives.get(round % archives.size())));
            PreviewSink sink = new PreviewSink(null);
            try {
                ImportReader reading = new ImportReader(Fixtures.forUser("anna"), sink);
                reading.read(List.of(new Upload(file, "archive")), bytes -> {});
                assertThat(sink.preview(new ImportPreview.Kept("", Instant.EPOCH), reading, null, List.of())
                                .content()
                                .rowsRead())
                        .isNotNegative();
                readToTheEnd++;
            } catch (ImportException | IOException e) {
                assertThat(e instanceof ImportException ? e.getMessage() : ImportWork.unreadable(e))
                        .asString()
                        .isNotBlank();
                refused++;
            }
        }

        assertThat(readToTheEnd).isGreaterThan(ROUNDS / 200);
        assertThat(refused).isGreaterThan(ROUNDS / 200);
    }

    @Test
    void read_mutatedTables_withColumnsSaid_endInReportsOnly() throws IOException {
        List<String> tables = List.of(Fixtures.CSV, Fixtures.LISTENS, Fixtures.SPREADSHEET, Fixtures.QUOTED_TSV);
        int readToTheEnd = 0;
        for (int round = 0; round < ROUNDS / 4; round++) {
            byte[] table = mutated(Fixtures.bytes(tables.get(round % tables.size())));
            Path file = Files.write(folder.resolve("table"), table);
            ImportOptions options =
                    Fixtures.forUser("anna").withCorrections(new ImportOptions.Corrections(randomColumns(), Map.of()));
            try {
                new ImportReader(options, new PreviewSink(null)).read(List.of(new Upload(file, "table")), bytes -> {});
                readToTheEnd++;
            } catch (ImportException | IOException e) {
                assertThat(e).isNotInstanceOf(java.io.UncheckedIOException.class);
            }
        }

        assertThat(readToTheEnd).isGreaterThan(ROUNDS / 400);
    }

    private List<String> randomColumns() {
        List<ColumnMeaning> meanings = new ArrayList<>(List.of(ColumnMeaning.values()));
        meanings.remove(random.nextBoolean() ? ColumnMeaning.RATING : ColumnMeaning.PLAYS);
        Collections.shuffle(meanings, random);
        return IntStream.rangeClosed(1, 1 + random.nextInt(4))
                .mapToObj(number -> "%s:#%d".formatted(meanings.get(number).word(), number))
                .toList();
    }

    // Shapes that name songs by ids go together with none of another format.
    private List<byte[]> archivesOfEveryShape() throws IOException {
        Object[] members = members(Stream.concat(
                        Stream.concat(HistoryFixtures.everyShape().stream(), ServiceFixtures.ALL.values().stream()),
                        Stream.of(Fixtures.CSV, Fixtures.TSV, Fixtures.LISTENS))
                .toList());
        byte[] zip = HistoryFixtures.zip(members);
        byte[] tar = HistoryFixtures.tar(Arrays.copyOf(members, members.length, String[].class));
        return List.of(
                zip,
                tar,
                Fixtures.gzip(tar),
                HistoryFixtures.zstd(tar),
                HistoryFixtures.zip("inner.zip", zip),
                HistoryFixtures.zip(members(List.of(Fixtures.TRIPLETS, Fixtures.UNIQUE_TRACKS))),
                HistoryFixtures.zip(members(List.of(Fixtures.USER_ARTISTS, Fixtures.ARTISTS))),
                HistoryFixtures.listenBrainzZip(),
                HistoryFixtures.spotifyZip(),
                HistoryFixtures.zip(members(ServiceFixtures.withIds().subList(1, 7))),
                BinaryFixtures.deezer(BinaryFixtures.HISTORY),
                HistoryFixtures.zip("deezer.xlsx", BinaryFixtures.deezer(BinaryFixtures.HISTORY)),
                BinaryFixtures.database(folder, BinaryFixtures.NAVIDROME),
                BinaryFixtures.database(folder, BinaryFixtures.JELLYFIN));
    }

    private static Object[] members(List<String> texts) {
        Object[] members = new Object[2 * texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            members[2 * i] = "folder/%d.txt".formatted(i);
            members[2 * i + 1] = texts.get(i);
        }
        return members;
    }

    private byte[] mutated(byte[] original) {
        byte[] bytes = original.clone();
        for (int changes = random.nextInt(6); changes >= 0; changes--) {
            bytes = change(bytes);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {NASTY[random.nextInt(NASTY.length)]};
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> replaced(bytes, at, NASTY[random.nextInt(NASTY.length)]);
            case 1 -> replaced(bytes, at, (byte) random.nextInt(256));
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, bytes.length));
            default -> joined(bytes, at, Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length));
        };
    }

    private static byte[] replaced(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] joined(byte[] head, int length, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, length + 1 + tail.length);
        joined[length] = '"';
        System.arraycopy(tail, 0, joined, length + 1, tail.length);
        return joined;
    }

    private byte[] damagedGzip(byte[] plain) {
        byte[] packed = Fixtures.gzip(plain);
        return random.nextBoolean() ? packed : mutated(packed);
    }
}
