package org.segue.imports.formats;

import org.segue.imports.ImportOptions;

/** The listener whom a file names once, before what was heard; the request's where the file does not. For one thread. */
final class NamedOwner {

    private final HistoryFile file;
    private final ImportOptions options;
    private final String property;
    private String name = "";

    /** @param property that has the name */
    NamedOwner(HistoryFile file, ImportOptions options, String property) {
        this.file = file;
        this.options = options;
        this.property = property;
    }

    /** Takes a property of the file. */
    void read(String named, String value) {
        if (named.equals(property)) {
            name = value;
        }
    }

    /** Whom the file has named, as far as it has been read. */
    String user() throws BadRowException {
        return name.isBlank() ? Fields.user(file, options) : Fields.id(property, name);
    }
}
