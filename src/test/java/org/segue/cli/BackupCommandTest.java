package org.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.testsupport.ReleasedDatabase;
import picocli.CommandLine;

/** The commands' arguments and words; what a backup holds is tested where it is made. */
class BackupCommandTest {

    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void backup_intoAFolder_isNamedByTheTime_andRestored() throws IOException {
        Path data = folder.resolve("data");
        ReleasedDatabase.unpack(1, data);
        Path target = Files.createDirectory(folder.resolve("backups"));

        assertThat(run(new BackupCommand(), target.toString(), "--data-dir", data.toString()))
                .isZero();
        List<Path> files = list(target);
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.getFileName().toString())
                        .matches("segue-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ\\.zip"));
        assertThat(err.toString()).contains(files.get(0).toString());

        Path restored = folder.resolve("restored");
        assertThat(run(new RestoreCommand(), files.get(0).toString(), "--data-dir", restored.toString()))
                .isZero();
        assertThat(restored.resolve("segue.db")).isNotEmptyFile();
        assertThat(err.toString()).contains(restored + " is restored");
    }

    @Test
    void backup_fileIsThere_isLeftAsItIs() throws IOException {
        Path data = folder.resolve("data");
        ReleasedDatabase.unpack(1, data);
        Path file = Files.writeString(folder.resolve("kept.zip"), "kept");

        assertThat(run(new BackupCommand(), file.toString(), "--data-dir", data.toString()))
                .isOne();
        assertThat(file).hasContent("kept");
        assertThat(err.toString()).contains("kept.zip exists already");
    }

    @Test
    void backup_noData_saysWhere() {
        assertThat(run(
                        new BackupCommand(),
                        folder.resolve("x.zip").toString(),
                        "--data-dir",
                        folder.resolve("nothing").toString()))
                .isOne();
        assertThat(err.toString()).contains("no data of Segue").contains("nothing");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void backup_targetsFolderIsMissing_leavesNothing() throws IOException {
        Path data = folder.resolve("data");
        ReleasedDatabase.unpack(1, data);

        assertThat(run(new BackupCommand(), folder.resolve("missing/x.zip").toString(), "--data-dir", data.toString()))
                .isOne();
        assertThat(err.toString()).contains("cannot be written").contains("missing");
        assertThat(list(data.resolve("backup"))).isEmpty();
    }

    @Test
    void restore_noSuchFile_saysSo() {
        assertThat(run(
                        new RestoreCommand(),
                        folder.resolve("none.zip").toString(),
                        "--data-dir",
                        folder.resolve("restored").toString()))
                .isOne();
        assertThat(err.toString()).contains("There is no file").contains("none.zip");
    }

    @Test
    void argumentIsMissing_isAnErrorOfUse() {
        assertThat(run(new BackupCommand())).isEqualTo(2);
        assertThat(run(new RestoreCommand())).isEqualTo(2);
    }

    private int run(Callable<Integer> command, String... arguments) {
        return new CommandLine(command).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
