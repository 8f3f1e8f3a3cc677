package org.segue.web.library;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.jobs.JobStatus;
import org.segue.library.LibraryState;
import org.segue.library.LibrarySync;
import org.segue.library.LibrarySyncService;
import org.segue.model.ModelManifest;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.training.TrainingService;
import org.segue.web.Formatting;
import org.segue.web.TrainingStage;
import org.segue.web.library.SyncView.Next;
import org.segue.web.library.SyncView.Question;
import org.segue.web.library.SyncView.Report;

/** Reads how syncs go, and what comes after them. Its methods block. */
@Singleton
class SyncReader {

    private final LibrarySyncService syncs;
    private final SongsReader songs;
    private final TrainingService trainings;
    private final Snapshots snapshots;

    SyncReader(LibrarySyncService syncs, SongsReader songs, TrainingService trainings, Snapshots snapshots) {
        this.syncs = syncs;
        this.songs = songs;
        this.trainings = trainings;
        this.snapshots = snapshots;
    }

    /** How the last sync of a library went, or how the one that is under way goes. */
    SyncView view(LibraryState library) {
        Optional<LibrarySync> last = syncs.last(library.id());
        LibrarySync running = last.filter(sync -> !sync.status().isFinal()).orElse(null);
        LibrarySync.Step step = running == null ? null : running.step();
        return new SyncView(
                running != null,
                running == null ? 0 : Formatting.percent(running.progress()),
                step == null ? "" : step.word(),
                running == null ? 0 : running.report().songs(),
                last.map(LibrarySync::failure).orElse(null),
                library.missing() == 0 ? null : new Question(library.missing(), songs.count(library.id())),
                last.filter(sync -> sync.status() == JobStatus.COMPLETED)
                        .map(sync -> report(sync.report()))
                        .orElse(null),
                next());
    }

    private static Report report(LibrarySync.Report found) {
        return new Report(found.songs(), found.added(), found.removed(), found.taken(), List.copyOf(found.problems()));
    }

    private Next next() {
        RankingState state = snapshots.state();
        ModelManifest model = state.model();
        boolean isNews =
                state.interactions() > 0 && (model == null || model.size().interactions() != state.interactions());
        return new Next(isNews, training());
    }

    private @Nullable TrainingStage training() {
        return trainings.running().map(TrainingStage::of).orElse(null);
    }
}
