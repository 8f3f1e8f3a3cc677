package org.segue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportException;
import org.segue.training.TrainingFailedException;

/** The work of a command that reads files and trains, and what it ends with. */
@FunctionalInterface
interface CommandWork {

    /** Exit code when all went well. */
    int DONE = 0;

    /** Exit code when the work cannot be done. */
    int FAILED = 1;

    /** Exit code when an argument is wrong. */
    int WRONG_ARGUMENT = 2;

    /** Does it. */
    void run() throws IOException, InterruptedException, TrainingFailedException;

    /**
     * Does the work and says what went wrong.
     *
     * @param err where that is said
     * @return the exit code
     */
    static int exitCode(CommandWork work, PrintWriter err) throws InterruptedException {
        try {
            work.run();
            return DONE;
        } catch (IllegalArgumentException e) {
            return complain(err, e.getMessage(), WRONG_ARGUMENT);
        } catch (NoSuchFileException e) {
            return complain(err, "There is no file " + e.getFile(), FAILED);
        } catch (ImportException | TrainingFailedException | IOException e) {
            return complain(err, e.getMessage(), FAILED);
        }
    }

    private static int complain(PrintWriter err, @Nullable String words, int exitCode) {
        err.println(words);
        return exitCode;
    }
}
