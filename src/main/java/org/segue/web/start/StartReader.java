package org.segue.web.start;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.segue.backgrounds.Background;
import org.segue.backgrounds.BackgroundRequest;
import org.segue.backgrounds.BackgroundService;
import org.segue.catalog.RealListenerRepository;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.imports.ImportService;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;
import org.segue.jobs.JobStatus;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.model.ModelManifest;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.training.Training;
import org.segue.training.TrainingService;
import org.segue.web.Formatting;
import org.segue.web.TrainingStage;
import org.segue.web.start.StartView.ConnectedLibrary;
import org.segue.web.start.StartView.Learning;
import org.segue.web.start.StartView.ListenerRow;
import org.segue.web.start.StartView.NamesForm;
import org.segue.web.start.StartView.People;
import org.segue.web.start.StartView.Ready;

/** Reads how far the setup is. Its methods block. */
@Singleton
class StartReader {

    private static final int LISTENERS = 12;
    private static final int BACKGROUNDS = 5;

    private final RealListenerRepository listeners;
    private final UserRepository users;
    private final Histories histories;
    private final BackgroundService backgrounds;
    private final ImportService imports;
    private final StartLibraries libraries;
    private final TrainingService trainings;
    private final Snapshots snapshots;

    StartReader(
            RealListenerRepository listeners,
            UserRepository users,
            Histories histories,
            BackgroundService backgrounds,
            ImportService imports,
            StartLibraries libraries,
            TrainingService trainings,
            Snapshots snapshots) {
        this.listeners = listeners;
        this.users = users;
        this.histories = histories;
        this.backgrounds = backgrounds;
        this.imports = imports;
        this.libraries = libraries;
        this.trainings = trainings;
        this.snapshots = snapshots;
    }

    People people(NamesForm form) {
        List<User> found = listeners.besides(ListensChanged.DEMO, LISTENERS + 1);
        List<ListenerRow> rows = found.stream()
                .skip(Math.max(0, found.size() - LISTENERS))
                .map(this::row)
                .toList();
        return new People(rows, found.size() > LISTENERS, form);
    }

    private ListenerRow row(User user) {
        UserHistory heard = histories.of(user.id(), Measure.PLAYS).join();
        double plays = 0;
        for (float value : heard.values()) {
            plays += value;
        }
        return new ListenerRow(
                user.publicId(), user.name(), Math.round(plays), heard.size(), libraries.isKnown(user.id()));
    }

    /** Music servers that are connected. */
    List<ConnectedLibrary> libraries() {
        return libraries.list();
    }

    /** What the listener of a public id is called. */
    String nameOf(String publicId) {
        return users.byPublicId(publicId).map(User::name).orElse(publicId);
    }

    Learning learning(boolean asksMirror, String problem, SongModelChoice songModel) {
        List<Background> newest = backgrounds.newest(Integer.MAX_VALUE, BACKGROUNDS);
        List<BackgroundRow> rows = newest.stream()
                .filter(background -> isShown(background, newest.get(0)))
                .map(BackgroundRow::of)
                .toList();
        OfferView offer =
                asksMirror ? OfferView.of(backgrounds.offer(OfferView.MAX_DUMPS, BackgroundRequest.USERS)) : null;
        return new Learning(rows, offer, users.countBackground(), problem, songModel);
    }

    // What was undone or failed long ago helps nobody.
    private static boolean isShown(Background background, Background newest) {
        boolean isPast = background.status().isFinal() && background.status() != JobStatus.COMPLETED;
        return !isPast || (background.status() == JobStatus.FAILED && background.id() == newest.id());
    }

    Ready ready() {
        RankingState state = snapshots.state();
        ModelManifest model = state.model();
        Optional<Training> training = trainings.running();
        return new Ready(
                state.songs(),
                model != null,
                model == null || model.size().interactions() != state.interactions(),
                training.map(TrainingStage::of).orElse(null),
                training.map(running -> Formatting.percent(running.progress())).orElse(0),
                !imports.underWay().isEmpty());
    }
}
