package org.segue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Restore;
import org.segue.storage.RestoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code segue restore}: makes a data folder of a backup. The folder must be empty, and no service may use it. Exit code 0; 1
 * if it cannot be done, and then the folder is as it was; 2 if an argument is wrong.
 */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes a data folder of a backup; it must be empty.")
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BACKUP", description = "The zip that a backup wrote")
    private Path backup = Path.of("");

    @Mixin
    private DataFolderOption data = new DataFolderOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter words = Objects.requireNonNull(spec, "set by the command line")
                .commandLine()
                .getErr();
        try {
            Restore.into(data.path(), backup);
            words.printf("%s is restored; Segue can be started on it.%n", data.path());
            return 0;
        } catch (RestoreException | IllegalStateException e) {
            words.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            words.println("The backup cannot be restored: " + e);
            return 1;
        } finally {
            words.flush();
        }
    }
}
