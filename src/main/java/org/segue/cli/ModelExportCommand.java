package org.segue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segue.model.DamagedModelException;
import org.segue.model.SongModelExport;
import org.segue.model.SongModelExportRepository;
import org.segue.model.UnknownModelException;
import org.segue.songmodel.SongModelManifest;
import org.segue.storage.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code segue model export}: writes a model of the data folder as a song model; a service may run on it meanwhile. Exit code 0; 1 if it cannot
 * be done, 2 if an argument is wrong.
 */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a model as a song model: what it learned about songs, without any listener.")
public final class ModelExportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "VERSION", description = "Which model: its version, as on the page Models")
    private String version = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "A new file")
    private Path file = Path.of("");

    @Option(
            names = "--min-listeners",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "The fewest listeners of a song, and of two neighbors together (5). With fewer than 5 the file tells what single people"
                            + " play: keep it private.")
    private int minListeners = SongModelManifest.Listeners.MIN;

    @Mixin
    private DataFolderOption data = new DataFolderOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec, "set by the command line");
        if (minListeners < 1) {
            throw new ParameterException(
                    command.commandLine(), "--min-listeners must be 1 or more, but is " + minListeners);
        }
        PrintWriter err = command.commandLine().getErr();
        try {
            return CommandWork.exitCode(() -> export(err), err);
        } catch (UnknownModelException | StorageException e) {
            err.println(e.getMessage());
            return CommandWork.FAILED;
        }
    }

    private void export(PrintWriter out) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " exists already; no file is overwritten.");
        }
        try {
            SongModelExport export = SongModelExportRepository.export(data.path(), version, minListeners);
            SongModelManifest written = export.write(file);
            out.printf(
                    "%s: %,d songs, %d MB%s%n",
                    file,
                    written.size().songs(),
                    (Files.size(file) >> 20) + 1,
                    written.listeners().isPrivate() ? ". It tells what single people play: keep it private." : "");
            out.flush();
        } catch (DamagedModelException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
