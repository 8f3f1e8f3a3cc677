package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportCounts;
import org.segue.imports.ImportJob;
import org.segue.listens.ListensChanged;
import org.segue.web.Formatting;
import org.segue.web.Language;
import org.segue.web.TimeLeft;

/**
 * An import as the page shows it.
 *
 * @param id its number
 * @param status in a word
 * @param files what was imported
 * @param createdAt when it was asked for
 * @param work how far it is, null once it has ended
 * @param error why it failed, null unless it did
 * @param added what it has read and added
 * @param report of the rows that it left out
 */
@TemplateData
public record ImportRow(
        int id,
        String status,
        Files files,
        Instant createdAt,
        @Nullable Work work,
        @Nullable ImportProblem error,
        Added added,
        RowReport report) {

    private static final double MILLIS = 1000;

    /**
     * What was imported.
     *
     * @param names of the first files, none of imports of before
     * @param format null until it is recognized
     * @param source whose ids the files carry, null until it is known
     * @param listeners of whom it has brought something
     */
    @TemplateData
    public record Files(
            String names, @Nullable String format, @Nullable String source, Whose listeners) {

        private static final int NAMED = 3;

        /** What came as a whole body has no name of its own. */
        private static final String UNNAMED = "body";

        private static Files of(ImportJob job) {
            List<String> files =
                    job.files().stream().filter(name -> !name.equals(UNNAMED)).toList();
            String more = files.size() > NAMED ? ", …" : "";
            String names = files.stream().limit(NAMED).collect(Collectors.joining(", "));
            return new Files(names + more, job.format(), job.source(), whose(job));
        }

        /** Whether they are the demo. */
        public boolean isDemo() {
            return ListensChanged.DEMO.equals(source);
        }

        /** Whether the source is another than the format's own. */
        public boolean hasOwnSource() {
            return source != null && !source.equals(format);
        }
    }

    /**
     * Of whom an import has brought something.
     *
     * @param names of the first few
     * @param total how many there are
     */
    @TemplateData
    public record Whose(List<String> names, long total) {

        /** Whether all of them are named. */
        public boolean isAll() {
            return names.size() == total;
        }
    }

    /**
     * How far an import is.
     *
     * @param percent done, 0 to 100
     * @param rowsPerSecond null before it has started
     * @param minutesLeft rounded up, null when there is nothing to say
     */
    @TemplateData
    public record Work(
            int percent,
            @Nullable Long rowsPerSecond,
            @Nullable Long minutesLeft) {

        private static Work of(ImportJob job, Instant now) {
            double seconds = seconds(job.startedAt(), now);
            return new Work(
                    Formatting.percent(job.progress()),
                    seconds > 0 ? (Long) Math.round(job.counts().rowsRead() / seconds) : null,
                    TimeLeft.minutes(job.progress() > 0 ? (Double) (seconds / job.progress() - seconds) : null));
        }

        private static double seconds(@Nullable Instant startedAt, Instant now) {
            return startedAt == null
                    ? 0
                    : Math.max(1 / MILLIS, Duration.between(startedAt, now).toMillis() / MILLIS);
        }
    }

    /**
     * What an import has read and added.
     *
     * @param rows read
     * @param interactions added
     * @param listens added
     * @param duplicates that were known before
     */
    @TemplateData
    public record Added(long rows, long interactions, long listens, long duplicates) {}

    static ImportRow of(ImportJob job, Instant now, Language language) {
        ImportCounts counts = job.counts();
        return new ImportRow(
                job.id(),
                job.status().word(),
                Files.of(job),
                job.createdAt(),
                job.status().isFinal() ? null : Work.of(job, now),
                ImportProblem.orNull(job.failure(), language),
                new Added(counts.rowsRead(), counts.interactionsAdded(), counts.listensAdded(), counts.duplicates()),
                RowReport.of(counts.badRows(), counts.skipped(), counts.notes()));
    }

    private static Whose whose(ImportJob job) {
        List<String> names =
                job.brought().listeners().stream().map(ImportJob.Listener::name).toList();
        return new Whose(names, job.brought().listenersTotal());
    }
}
