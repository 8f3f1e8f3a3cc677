package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.segue.imports.BadRows.BadRow;
import org.segue.imports.ImportCounts;
import org.segue.imports.ImportJob;
import org.segue.jobs.JobStatus;
import org.segue.web.Formatting;
import org.segue.web.Words;

/**
 * An import as the page shows it.
 *
 * @param id its number
 * @param status in a word
 * @param completed whether what it brought counts
 * @param failed whether it failed
 * @param working whether it waits or is at work
 * @param percent 0 to 100
 * @param speed rows a second while it is at work, as written; empty otherwise
 * @param minutesLeft rounded up, null when there is nothing to estimate
 * @param format of its files, null until it is recognised
 * @param source whose ids they carry, null until it is known
 * @param when how long ago, in words
 * @param error why it failed, null unless it did
 * @param brought what it has done, in phrases
 * @param skipped rows that were not wanted, by reason
 * @param badRows how many rows could not be used, as written; empty for none
 * @param firstBadRows the first of them
 */
@TemplateData
public record ImportRow(
        int id,
        String status,
        boolean completed,
        boolean failed,
        boolean working,
        int percent,
        String speed,
        @Nullable Long minutesLeft,
        @Nullable String format,
        @Nullable String source,
        String when,
        @Nullable String error,
        List<String> brought,
        Map<String, Long> skipped,
        String badRows,
        List<BadRow> firstBadRows) {

    /** Bad rows that are shown one by one. */
    static final int LISTED = 20;

    private static final double MILLIS = 1000;
    private static final double SECONDS_PER_MINUTE = 60;

    public static ImportRow of(ImportJob job, Instant now, Words words) {
        ImportCounts counts = job.counts();
        boolean working = !job.status().isFinal();
        double seconds = job.startedAt() == null
                ? 0
                : Math.max(1 / MILLIS, Duration.between(job.startedAt(), now).toMillis() / MILLIS);
        return new ImportRow(
                job.id(),
                job.status().word(),
                job.status() == JobStatus.COMPLETED,
                job.status() == JobStatus.FAILED,
                working,
                (int) Math.round(100 * Math.max(0, Math.min(1, job.progress()))),
                working && seconds > 0 ? Formatting.count(Math.round(counts.rowsRead() / seconds)) : "",
                working && job.progress() > 0
                        ? (Long) (long) Math.ceil(seconds * (1 / job.progress() - 1) / SECONDS_PER_MINUTE)
                        : null,
                job.format(),
                job.source(),
                Formatting.ago(Duration.between(job.createdAt(), now), words),
                job.error(),
                brought(counts, words),
                counts.skipped(),
                counts.badRows().count() == 0
                        ? ""
                        : Formatting.count(counts.badRows().count()),
                counts.badRows().first().stream().limit(LISTED).toList());
    }

    private static List<String> brought(ImportCounts counts, Words words) {
        List<String> brought = new ArrayList<>(List.of(words.rowsRead(Formatting.count(counts.rowsRead()))));
        add(brought, counts.interactionsAdded(), words::interactionsAdded);
        add(brought, counts.listensAdded(), words::listensAdded);
        add(brought, counts.duplicates(), words::duplicates);
        return brought;
    }

    private static void add(List<String> brought, long count, UnaryOperator<String> inWords) {
        if (count > 0) {
            brought.add(inWords.apply(Formatting.count(count)));
        }
    }
}
