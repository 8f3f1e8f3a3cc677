package org.segue.imports;

import java.util.List;

/** What people have said of the columns of former tables. */
@FunctionalInterface
public interface ColumnMemory {

    /** Remembers nothing. */
    ColumnMemory NONE = header -> List.of();

    /** What was said of a table of exactly this header; empty if nothing was. */
    List<ColumnChoice> of(List<String> header);
}
