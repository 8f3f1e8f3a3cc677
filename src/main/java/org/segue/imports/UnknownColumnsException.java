package org.segue.imports;

import java.util.stream.Collectors;
import org.segue.imports.ReadTable.ReadColumn;

/** A file looks like a table, and nothing says which of its columns hold the songs. */
public class UnknownColumnsException extends ColumnsException {

    private static final long serialVersionUID = 1L;

    private static final int NAMED = 10;

    private final transient ReadTable table;

    /** With the table as far as its columns are known. */
    public UnknownColumnsException(ReadTable table) {
        super(ImportPhrase.UNKNOWN_COLUMNS.with(
                table.file(),
                table.columns().stream()
                        .limit(NAMED)
                        .map(ReadColumn::name)
                        .map(name -> '“' + ColumnChoice.shown(name) + '”')
                        .collect(Collectors.joining(", "))));
        this.table = table;
    }

    /** The table. */
    public ReadTable table() {
        return table;
    }
}
