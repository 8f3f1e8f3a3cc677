package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.segue.imports.BadRows;
import org.segue.imports.BadRows.BadRow;

/**
 * Rows that an import leaves out.
 *
 * @param badRows how many cannot be used
 * @param first the first of them
 * @param skipped rows that are not wanted, by reason
 * @param notes what else is to be known, in sentences
 */
@TemplateData
public record RowReport(long badRows, List<BadRow> first, Map<String, Long> skipped, List<String> notes) {

    private static final int LISTED = 20;

    static RowReport of(BadRows badRows, Map<String, Long> skipped, List<String> notes) {
        List<BadRow> first = badRows.first().stream().limit(LISTED).toList();
        return new RowReport(badRows.count(), first, skipped, notes);
    }
}
