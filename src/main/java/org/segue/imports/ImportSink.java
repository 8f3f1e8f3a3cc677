package org.segue.imports;

import org.jspecify.annotations.Nullable;
import org.segue.imports.formats.FilesOwner;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.HistoryImporter;
import org.segue.imports.formats.RowSink;

/** Takes what the files of one import hold, file by file. For one thread. */
public interface ImportSink extends RowSink {

    /**
     * The next file begins.
     *
     * @param importer of its format
     * @param source whose ids it carries
     */
    void begin(HistoryFile file, HistoryImporter importer, String source);

    /** Takes a file of an archive that is of no known format. */
    void ignored(HistoryFile file);

    /** The user whom a file has named as the owner of those beside it, null if none has. */
    @Nullable
    FilesOwner owner();
}
