package org.segue.web.imports;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportService;
import org.segue.jobs.JobStatus;
import org.segue.listens.ListensChanged;
import org.segue.training.Training;
import org.segue.training.TrainingService;
import org.segue.web.Formatting;
import org.segue.web.Language;
import org.segue.web.TimeLeft;
import org.segue.web.imports.DoneView.Added;
import org.segue.web.imports.DoneView.Learning;

/** What became of the newest import of the household's own, and what comes next. Its methods block. */
@Singleton
class NewestImport {

    /** So long after its end an import is news. */
    private static final Duration NEWS = Duration.ofHours(1);

    private static final int LOOKED_AT = 10;

    private final ImportService imports;
    private final TrainingService trainings;
    private final TrainingTime time;
    private final Language language;

    NewestImport(ImportService imports, TrainingService trainings, TrainingTime time, Language language) {
        this.language = language;
        this.imports = imports;
        this.trainings = trainings;
        this.time = time;
    }

    /** The newest import, null if there is none that is news. */
    @Nullable
    DoneView view() {
        Instant now = Instant.now();
        return imports.newest(Integer.MAX_VALUE, LOOKED_AT).stream()
                .filter(job -> !job.population() && !ListensChanged.DEMO.equals(job.source()))
                .findFirst()
                .filter(job -> isNews(job, now))
                .map(this::view)
                .orElse(null);
    }

    private static boolean isNews(ImportJob job, Instant now) {
        Instant end = job.finishedAt();
        boolean isShown =
                !job.status().isFinal() || job.status() == JobStatus.COMPLETED || job.status() == JobStatus.FAILED;
        return isShown && (end == null || end.plus(NEWS).isAfter(now));
    }

    private DoneView view(ImportJob job) {
        boolean isOver = job.status().isFinal();
        return new DoneView(
                job.id(),
                isOver ? 100 : Math.min(99, Formatting.percent(job.progress())),
                ImportProblem.orNull(job.failure(), language),
                new Added(
                        job.counts().listensAdded(),
                        job.counts().interactionsAdded(),
                        job.counts().duplicates()),
                DoneView.listeners(job),
                Math.max(
                        0,
                        job.brought().listenersTotal()
                                - job.brought().listeners().size()),
                learning(job));
    }

    private Learning learning(ImportJob job) {
        Optional<Training> running = trainings.running();
        if (running.isPresent()) {
            return new Learning(
                    "running", TimeLeft.minutes(running.get().fitting().secondsLeft()));
        }
        Instant end = job.finishedAt();
        boolean isLearned = end != null
                && trainings.newest(Integer.MAX_VALUE, 1).stream()
                        .anyMatch(training -> training.status() == JobStatus.COMPLETED
                                && training.createdAt().isAfter(end));
        return isLearned
                ? new Learning("done", null)
                : new Learning(
                        "open",
                        time.expected()
                                .map(expected -> TimeLeft.minutes((double) expected.toSeconds()))
                                .orElse(null));
    }
}
