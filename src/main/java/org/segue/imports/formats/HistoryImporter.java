package org.segue.imports.formats;

import java.io.IOException;
import java.util.Optional;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.ReadTable;

/**
 * Reads one format of listening histories. Implementations keep nothing between calls and are safe for any thread.
 */
public interface HistoryImporter {

    /** What it reads. */
    Format format();

    /** Whether its files are read before the others of an import, because they have the names of what others tell of. */
    default boolean isReadFirst() {
        return false;
    }

    /**
     * Reads a file to its end. A bad row is told to the sink and passed over.
     *
     * @throws IOException if the file cannot be read
     * @throws ImportException if the file as a whole makes no sense
     */
    void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException;

    /** How the columns of a file are read whose columns people can correct; empty of all other files. */
    default Optional<ReadTable> table(HistoryFile file) throws IOException {
        return Optional.empty();
    }
}
