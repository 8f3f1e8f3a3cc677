package org.segue.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder a command works on. */
final class DataFolderOption {

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "The data folder (that of SEGUE_DATA_DIR, else ~/.segue)")
    private @Nullable Path folder;

    /** The folder that was asked for, else the service's. */
    Path path() {
        return Objects.requireNonNullElseGet(folder, DataFolderOption::ofService);
    }

    /** The folder of a service that this user starts with this environment. */
    static Path ofService() {
        String named = System.getProperty("segue.data-dir", System.getenv("SEGUE_DATA_DIR"));
        return named == null ? Path.of(System.getProperty("user.home"), ".segue") : Path.of(named);
    }
}
