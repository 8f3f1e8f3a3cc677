package org.segue.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segue.storage.BackupSnapshot;
import org.segue.storage.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code segue backup}: writes a zip with the database and all models, as of one moment; a service may run on them
 * meanwhile. Exit code 0; 1 if it cannot be done, 2 if an argument is wrong.
 */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a backup of the data folder, also while Segue runs on it.")
public final class BackupCommand implements Callable<Integer> {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Parameters(
            paramLabel = "TARGET",
            description = "A new file, a folder for a file that is named by the time, or - for standard output")
    private Path target = STANDARD_OUTPUT;

    @Option(names = "--song-models", description = "With the song models that were imported, whose files you have")
    private boolean songModels;

    @Mixin
    private DataFolderOption data = new DataFolderOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (BackupSnapshot snapshot = BackupSnapshot.of(data.path(), songModels)) {
            if (target.equals(STANDARD_OUTPUT)) {
                snapshot.writeTo(System.out);
                return System.out.checkError() ? complain("Standard output was closed.") : 0;
            }
            return write(snapshot, Files.isDirectory(target) ? target.resolve(snapshot.fileName()) : target);
        } catch (FileAlreadyExistsException e) {
            return complain("%s exists already; no backup is overwritten.".formatted(e.getFile()));
        } catch (StorageException e) {
            return complain(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return complain("The backup cannot be written: " + e);
        }
    }

    // What bears the name is whole: until then it is called something else.
    private int write(BackupSnapshot snapshot, Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                snapshot.writeTo(out);
                channel.force(true);
            }
            Files.move(part, file);
        } catch (IOException | RuntimeException e) {
            // Of somebody else's making if it was there before.
            if (!(e instanceof FileAlreadyExistsException)) {
                Files.deleteIfExists(part);
            }
            throw e;
        }
        commandLine().getErr().printf("%s: %d MB%n", file, Files.size(file) >> 20);
        commandLine().getErr().flush();
        return 0;
    }

    private int complain(String words) {
        commandLine().getErr().println(words);
        return 1;
    }

    private picocli.CommandLine commandLine() {
        return Objects.requireNonNull(spec, "set by the command line").commandLine();
    }
}
