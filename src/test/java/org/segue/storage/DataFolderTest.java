package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void construct_folderIsMissing_isMade() throws IOException {
        DataFolder folder = new DataFolder(Databases.config(parent.resolve("a/b")));

        assertThat(folder.root()).isDirectory().isAbsolute();
        assertThat(folder.folder("models"))
                .isDirectory()
                .isEqualTo(folder.root().resolve("models"));
        folder.unlock();
    }

    @Test
    void construct_inUse_isRefusedWithTheFolderAndTheSetting() throws IOException {
        DataFolder first = new DataFolder(Databases.config(parent));

        assertThatThrownBy(() -> new DataFolder(Databases.config(parent)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(parent.toString())
                .hasMessageContaining("segue.data-dir")
                .hasMessageContaining("in use by another Segue process");
        first.unlock();
    }

    @Test
    void construct_otherProcessHasIt_isRefused() throws Exception {
        Process other = holdLock(parent.resolve("segue.lock"));
        try {
            assertThatThrownBy(() -> new DataFolder(Databases.config(parent)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another Segue process");
        } finally {
            other.destroyForcibly().waitFor();
        }
        new DataFolder(Databases.config(parent)).unlock();
    }

    @Test
    void construct_aFileIsInTheWay_isRefusedWithTheReason() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> new DataFolder(Databases.config(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("segue.data-dir")
                .hasMessageContaining("cannot be used");
    }

    @Test
    void delete_folderWithFolders_isGoneAndNothingElse() throws IOException {
        Path inside = Files.createDirectories(parent.resolve("gone/deep/deeper"));
        Files.writeString(inside.resolve("file"), "text");
        Path kept = Files.writeString(parent.resolve("kept"), "text");
        Files.createSymbolicLink(inside.resolve("link"), kept);

        DataFolder.delete(parent.resolve("gone"));
        DataFolder.delete(parent.resolve("never there"));

        assertThat(parent.resolve("gone")).doesNotExist();
        assertThat(kept).hasContent("text");
    }

    /** Another program that locks a file: the source of one class, which Java compiles as it starts. */
    private Process holdLock(Path file) throws IOException {
        Path source = Files.writeString(parent.resolve("Lock.java"), """
                public class Lock {
                    public static void main(String[] args) throws Exception {
                        var channel = java.nio.channels.FileChannel.open(java.nio.file.Path.of(args[0]),
                                java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE);
                        channel.lock();
                        System.out.println("locked");
                        Thread.sleep(60_000);
                    }
                }
                """);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), source.toString(), file.toString()).start();
        assertThat(process.inputReader().readLine()).isEqualTo("locked");
        return process;
    }
}
