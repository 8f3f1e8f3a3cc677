package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.storage.Databases;

class UploadFolderTest {

    @TempDir
    Path root;

    private Databases.Opened opened;

    @BeforeEach
    void open() {
        opened = Databases.open(root);
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    @Test
    void keepForLater_moreThanThereIsRoomFor_dropsTheOldestFirst() throws IOException {
        UploadFolder uploads = new UploadFolder(opened.folder(), 100);
        String first = kept(uploads, 40, 1);
        String second = kept(uploads, 40, 2);

        String third = kept(uploads, 40, 3);

        assertThat(uploads.isKept(first)).isFalse();
        assertThat(uploads.isKept(second)).isTrue();
        assertThat(uploads.isKept(third)).isTrue();
    }

    @Test
    void keepForLater_largerThanAllOthersMayBe_isKeptAlone() throws IOException {
        UploadFolder uploads = new UploadFolder(opened.folder(), 100);
        String small = kept(uploads, 40, 1);

        String large = kept(uploads, 1000, 2);

        assertThat(uploads.isKept(small)).isFalse();
        assertThat(uploads.bytes(importOf(uploads, large))).isEqualTo(1000);
    }

    @Test
    void keepAndTake_forceFilesAndFoldersToDisk() throws IOException {
        UploadFolder uploads = new UploadFolder(opened.folder());
        Path folder = opened.folder().folder("uploads");

        assertThat(forced(() -> {
                    Path sent = Files.write(root.resolve("sent"), new byte[10]);
                    uploads.keep(1, List.of(new Upload(sent, "sent")));
                }))
                .contains(
                        folder.resolve("arriving-1/0.data"),
                        folder.resolve("arriving-1/0.name"),
                        folder.resolve("arriving-1"),
                        folder);
        String kept = kept(uploads, 10, 1);
        assertThat(forced(() -> uploads.take(kept, 2))).contains(folder);
    }

    private interface Step {
        void run() throws IOException;
    }

    // The virtual machine tells what it forces.
    private List<Path> forced(Step step) throws IOException {
        Path file = root.resolve("forced.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withThreshold(Duration.ZERO);
            recording.start();
            step.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .map(event -> Path.of(event.getString("path")))
                .toList();
    }

    @Test
    void deleteAllBut_leftByAFormerProcess_isDeleted() throws IOException {
        UploadFolder uploads = new UploadFolder(opened.folder());
        uploads.keep(1, List.of(upload(10)));
        uploads.keep(2, List.of(upload(20)));
        String later = kept(uploads, 30, 1);
        Path half = Files.createDirectories(root.resolve("incoming")).resolve("8d2f");
        Files.write(half, new byte[40]);

        uploads.deleteAllBut(List.of(2));

        assertThat(uploads.bytes(1)).isZero();
        assertThat(uploads.bytes(2)).isEqualTo(20);
        assertThat(uploads.isKept(later)).isFalse();
        assertThat(half).doesNotExist();
        assertThat(half.getParent()).as("the next part arrives there").isDirectory();
    }

    private static int importOf(UploadFolder uploads, String later) throws IOException {
        assertThat(uploads.take(later, 7)).isTrue();
        return 7;
    }

    // Clocks of file systems are too coarse to tell which came first.
    private String kept(UploadFolder uploads, int bytes, int second) throws IOException {
        String name = uploads.keepForLater(List.of(upload(bytes)));
        Files.setLastModifiedTime(
                root.resolve("uploads").resolve("later-" + name), FileTime.from(Instant.ofEpochSecond(second)));
        return name;
    }

    private Upload upload(int bytes) throws IOException {
        return new Upload(Files.write(Files.createTempFile(root, "sent", ""), new byte[bytes]), "sent.csv");
    }
}
