package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.imports.formats.HistoryFixtures.zip;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zip whose entries are not what was packed is refused, however it is read. */
class ArchiveChecksumTest {

    private static final int CENTRAL_ENTRY = 0x02014b50;
    private static final int DATA_DESCRIPTOR = 0x08074b50;
    private static final int CRC_IN_CENTRAL_ENTRY = 16;
    private static final int CRC_IN_DESCRIPTOR = 4;

    @TempDir
    Path folder;

    private final List<String> visited = new ArrayList<>();

    @Test
    void visit_soundZip_isRead() throws IOException {
        visit(zip("a.csv", "user,song\n", "b.csv", "x".repeat(3 << 20)));

        assertThat(visited).containsExactly("x.zip: a.csv", "x.zip: b.csv");
    }

    @Test
    void visit_wrongChecksumInTheTableOfContents_isRefused() {
        byte[] zip = flip(zip("a.csv", "user,song\n"), CENTRAL_ENTRY, CRC_IN_CENTRAL_ENTRY);

        assertThatThrownBy(() -> visit(zip))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("x.zip looks like a zip file but is damaged")
                .hasMessageContaining("checksum");
    }

    @Test
    void visit_wrongChecksumInAZipOfAZip_isRefused() {
        byte[] inner = flip(zip("a.csv", "user,song\n"), DATA_DESCRIPTOR, CRC_IN_DESCRIPTOR);

        assertThatThrownBy(() -> visit(zip("inner.zip", inner)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("inner.zip looks like a zip file but is damaged")
                .hasMessageContaining("CRC");
    }

    @Test
    void visit_readerThatLeavesTheEnd_isCheckedAllTheSame() {
        byte[] zip = flip(zip("a.csv", "user,song\n".repeat(10)), CENTRAL_ENTRY, CRC_IN_CENTRAL_ENTRY);

        assertThatThrownBy(() -> new Archive(
                                bytes -> {},
                                (file, isMember) ->
                                        assertThat(file.open().read()).isEqualTo('u'))
                        .visit(upload(zip)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("checksum");
    }

    private void visit(byte[] zip) throws IOException {
        new Archive(bytes -> {}, (file, isMember) -> {
                    visited.add(file.name());
                    file.open().transferTo(Writer.nullWriter());
                })
                .visit(upload(zip));
    }

    private Upload upload(byte[] zip) throws IOException {
        return new Upload(Files.write(folder.resolve("upload"), zip), "x.zip");
    }

    private static byte[] flip(byte[] zip, int signature, int offset) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 4 <= zip.length; i++) {
            if (bytes.getInt(i) == signature) {
                zip[i + offset] ^= 1;
                return zip;
            }
        }
        throw new AssertionError("no such part: " + new String(zip, StandardCharsets.ISO_8859_1));
    }
}
