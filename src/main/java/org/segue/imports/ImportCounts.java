package org.segue.imports;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.segue.text.Sentence;

/**
 * What an import has done.
 *
 * @param rowsRead rows of the files, good and bad
 * @param listensAdded plays at a time that nothing had said before
 * @param interactionsAdded cells of user and song, already counted, that nothing of the same source had said before
 * @param duplicates listens and cells that were known before
 * @param skipped rows that were good but not wanted, by reason
 * @param badRows rows that could not be used
 * @param notes what else is to be known of it
 */
public record ImportCounts(
        long rowsRead,
        long listensAdded,
        long interactionsAdded,
        long duplicates,
        Map<String, Long> skipped,
        BadRows badRows,

        @Schema(type = SchemaType.ARRAY, implementation = String.class)
        List<Sentence> notes) {

    /** Nothing done. */
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, Map.of(), BadRows.NONE, List.of());
}
