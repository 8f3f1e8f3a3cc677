package org.segue.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ListensExportRepository;
import org.segue.storage.DatabaseFile;
import org.segue.storage.DurableFiles;
import org.segue.storage.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code segue export-listens}: writes everybody's plays as JSON lines, which the training on Spark reads; a service may run on the data meanwhile. Exit
 * code 0; 1 if it cannot be done, 2 if an argument is wrong.
 */
@Command(
        name = "export-listens",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes the plays of all listeners, background included, as JSON lines for a training on Spark, also while Segue runs.",
            "Listeners are numbers in it, but their histories are whole: keep it to yourself."
        })
public final class ExportListensCommand implements Callable<Integer> {

    private static final int BUFFER_BYTES = 1 << 16;

    private static final ObjectWriter LINES = new ObjectMapper().writer().withRootValueSeparator("\n");

    @Parameters(paramLabel = "FILE", description = "A new file, such as listens.jsonl or, compressed, listens.jsonl.gz")
    private Path file = Path.of("");

    @Mixin
    private DataFolderOption data = new DataFolderOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec, "set by the command line");
        PrintWriter err = command.commandLine().getErr();
        try {
            return CommandWork.exitCode(() -> export(err), err);
        } catch (StorageException e) {
            err.println(e.getMessage());
            return CommandWork.FAILED;
        }
    }

    // What bears the name is whole: until then it is called something else.
    private void export(PrintWriter out) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " exists already; no file is overwritten.");
        }
        requireFolder();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        ListensExportRepository listens = DatabaseFile.read(data.path(), ListensExportRepository::read);
        long lines;
        try {
            lines = write(listens, part);
            DurableFiles.forceFile(part);
            DurableFiles.rename(part, file);
        } catch (IOException | RuntimeException e) {
            // Of somebody else's making if it was there before.
            if (!(e instanceof FileAlreadyExistsException)) {
                Files.deleteIfExists(part);
            }
            throw e;
        }
        out.printf("%s: %,d lines, %d MB%n", file, lines, (Files.size(file) >> 20) + 1);
        out.flush();
    }

    private void requireFolder() throws NoSuchFileException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
    }

    private long write(ListensExportRepository listens, Path part) throws IOException {
        try (OutputStream written =
                        Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream bytes =
                        file.toString().endsWith(".gz") ? new GZIPOutputStream(written, BUFFER_BYTES) : written;
                SequenceWriter lines = LINES.writeValues(bytes)) {
            return listens.each(line -> add(lines, line));
        } catch (UncheckedIOException e) {
            throw new IOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void add(SequenceWriter lines, Map<String, Object> line) {
        try {
            lines.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
