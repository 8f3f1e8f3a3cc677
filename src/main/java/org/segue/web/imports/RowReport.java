package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segue.imports.BadRows;
import org.segue.imports.BadRows.BadRow;
import org.segue.imports.SkipPhrase;
import org.segue.text.Sentence;

/**
 * Rows that an import leaves out.
 *
 * @param badRows how many cannot be used
 * @param first the first of them
 * @param skipped rows that are not wanted, by reason
 * @param notes what else is to be known
 */
@TemplateData
public record RowReport(long badRows, List<BadRow> first, Map<Sentence, Long> skipped, List<Sentence> notes) {

    private static final int LISTED = 20;

    static RowReport of(BadRows badRows, Map<String, Long> skipped, List<Sentence> notes) {
        List<BadRow> first = badRows.first().stream().limit(LISTED).toList();
        Map<Sentence, Long> reasons = new LinkedHashMap<>();
        skipped.forEach((reason, rows) -> reasons.put(SkipPhrase.of(reason), rows));
        return new RowReport(badRows.count(), first, reasons, notes);
    }
}
