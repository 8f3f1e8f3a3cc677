package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.imports.formats.Fixtures.USER_A;
import static org.segue.imports.formats.Fixtures.USER_B;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.segue.catalog.ExternalSong;
import org.segue.imports.Archive;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.Upload;
import org.segue.imports.formats.RecordedRows.Row;

/** The data sets that have formats of their own, and how they are told apart. */
class DatasetImportersTest {

    @TempDir
    Path folder;

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of(Fixtures.CSV, "table", TableImporter.class),
                Arguments.of(Fixtures.TSV, "table", TableImporter.class),
                Arguments.of(Fixtures.LISTENS, "table", TableImporter.class),
                Arguments.of(Fixtures.TRIPLETS, "taste-profile", TasteProfileImporter.class),
                Arguments.of(Fixtures.UNIQUE_TRACKS, "taste-profile", TasteProfileTracksImporter.class),
                Arguments.of(Fixtures.USER_ARTISTS, "hetrec", HetRecImporter.class),
                Arguments.of(Fixtures.ARTISTS, "hetrec", HetRecArtistsImporter.class));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void of_content_tellsTheFormat(String content, String format, Class<?> importer) throws IOException {
        for (byte[] bytes : new byte[][] {
            bytes(content),
            bytes("\uFEFF" + content),
            bytes(content.replace("\n", "\r\n")),
            Fixtures.gzip(bytes(content))
        }) {
            HistoryFile file = HistoryFile.of(Files.write(folder.resolve("file"), bytes), "file");
            HistoryImporter found = Formats.of(file, ImportOptions.auto());

            assertThat(found).isInstanceOf(importer);
            assertThat(found.format().name()).isEqualTo(format);
            assertThat(found.format().source()).isEqualTo(format);
        }
    }

    @Test
    void of_formatNamedThatTheFileIsNot_isASentence() {
        ImportOptions options = new ImportOptions("hetrec", null, null, null);

        assertThatThrownBy(() -> Fixtures.read(folder, bytes(Fixtures.CSV), options))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("user_id,song_id,plays");
    }

    @Test
    void of_tableNamed_takesHetRecAsATable() throws IOException {
        ImportOptions options = new ImportOptions("table", null, null, null);

        assertThat(Fixtures.read(folder, bytes(Fixtures.USER_ARTISTS), options).rows)
                .hasSize(3)
                .contains(new Row("2", "51", 13883, null));
    }

    @Test
    void names_areEachOnce() {
        assertThat(Formats.names())
                .doesNotHaveDuplicates()
                .contains("hetrec", "spotify-extended", "lastfm-csv", "table");
    }

    @Test
    void triplets_areRead() throws IOException {
        assertThat(Fixtures.read(folder, Fixtures.TRIPLETS).rows)
                .containsExactly(
                        new Row(USER_A, "SOAKIMP12A8C130995", 1, null),
                        new Row(USER_A, "SOAPDEY12A81C210A9", 23, null),
                        new Row(USER_B, "SOAKIMP12A8C130995", 5, null));
    }

    @Test
    void triplets_byteOrderMark_isNoPartOfTheFirstUser() throws IOException {
        assertThat(Fixtures.read(folder, "\uFEFF" + Fixtures.TRIPLETS).rows)
                .extracting(Row::user)
                .containsExactly(USER_A, USER_A, USER_B);
    }

    @Test
    void triplets_badRows_areTold() throws IOException {
        RecordedRows read = Fixtures.read(
                folder,
                Fixtures.TRIPLETS + USER_A + "\tSOX\n" + USER_A + "\tSOX\tmany\n" + USER_A + "\tSOX\t1\t2\n" + USER_B
                        + "\tSOGTUKN12AB017F4F1\t2\n");

        assertThat(read.badLines()).containsExactly(4L, 5L, 6L);
        assertThat(read.bad.get(0).reason()).isEqualTo("expected 3 columns (user, song, play count), found 2");
        assertThat(read.bad.get(1).reason()).isEqualTo("play count must be a number, but is \"many\"");
        assertThat(read.rows).hasSize(4);
    }

    @Test
    void uniqueTracks_areReadAsTitles() throws IOException {
        RecordedRows read = Fixtures.read(folder, Fixtures.UNIQUE_TRACKS + "half<SEP>a line\n");

        assertThat(read.rows).isEmpty();
        assertThat(read.songs)
                .hasSize(3)
                .contains(new ExternalSong("SOAKIMP12A8C130995", "The Cove", "Jack Johnson", null));
        assertThat(read.badLines()).containsExactly(4L);
    }

    @Test
    void hetRec_isRead() throws IOException {
        RecordedRows read = Fixtures.read(folder, Fixtures.USER_ARTISTS + "4\t53\n4\t54\t0\n");

        assertThat(read.rows)
                .containsExactly(
                        new Row("2", "51", 13883, null),
                        new Row("2", "52", 11690, null),
                        new Row("4", "51", 228, null));
        assertThat(read.badLines()).containsExactly(5L, 6L);
    }

    @Test
    void hetRecArtists_areReadAsTitles() throws IOException {
        assertThat(Fixtures.read(folder, Fixtures.ARTISTS).songs)
                .containsExactly(
                        new ExternalSong("51", "Duran Duran", null, null),
                        new ExternalSong("52", "Morcheeba \"live\"", null, null));
    }

    @Test
    void open_gzipCutOff_isAnIoException() {
        byte[] packed = Fixtures.gzip(bytes(Fixtures.CSV.repeat(200)));

        assertThatThrownBy(() -> Fixtures.read(folder, Arrays.copyOf(packed, packed.length / 2), ImportOptions.auto()))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Fixtures.read(folder, Arrays.copyOf(packed, 2), ImportOptions.auto()))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void open_damagedGzip_isASentence() {
        byte[] broken = {0x1f, (byte) 0x8b, 99, 1, 2, 3, 4, 5, 6, 7, 8, 9};

        assertThatThrownBy(() -> Fixtures.read(folder, broken, ImportOptions.auto()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("looks like a gzip file but is damaged");
    }

    @Test
    void open_gzipOfSeveralMembers_isReadToItsEnd() throws IOException {
        byte[] first = Fixtures.gzip(bytes(Fixtures.CSV));
        byte[] second = Fixtures.gzip(bytes("cleo,s9,3,,,\n"));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(Fixtures.read(folder, both, ImportOptions.auto()).rows).contains(new Row("cleo", "s9", 3, null));
    }

    @Test
    void open_tellsOfTheBytesRead() throws IOException {
        Path path = Files.write(folder.resolve("file"), bytes(Fixtures.CSV));
        long[] bytes = {0};
        new Archive(
                        count -> bytes[0] += count,
                        (file, isMember) -> Formats.of(file, ImportOptions.auto())
                                .read(file, ImportOptions.auto(), new RecordedRows()))
                .visit(new Upload(path, "file"));

        assertThat(bytes[0]).isEqualTo(Files.size(path));
    }
}
