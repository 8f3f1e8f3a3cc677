package org.segue.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.segue.text.Sentence;

/**
 * Rows that could not be used.
 *
 * @param count how many there were
 * @param first the first of them, at most {@link #LISTED}
 */
@RegisterForReflection(targets = {BadRows.class, BadRows.BadRow.class}) // kept as JSON with the import
public record BadRows(long count, List<BadRow> first) {

    /** So many bad rows are listed one by one. */
    public static final int LISTED = 100;

    /** Every row was good so far. */
    public static final BadRows NONE = new BadRows(0, List.of());

    /**
     * One of them.
     *
     * @param file what its sender called the file
     * @param line number of the line on which the row starts, from 1
     * @param reason what is wrong with it
     */
    public record BadRow(
            String file,
            long line,
            @Schema(implementation = String.class) Sentence reason) {}
}
