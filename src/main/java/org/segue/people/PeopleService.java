package org.segue.people;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.UserForgotten;
import org.segue.catalog.UserRepository;
import org.segue.catalog.UserRepository.Merged;
import org.segue.feedback.FeedbackRepository;
import org.segue.listens.HistoryChanged;
import org.segue.listens.ListenRepository;
import org.segue.listens.ListensChanged;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;
import org.segue.storage.StorageException;

/**
 * Makes two users one, and forgets users. Both are decided in one commit; the rows of listens and play counts follow in
 * short writes, and a start finishes what a kill left. Its methods block until the rows have followed.
 *
 * <p>An import that runs meanwhile has looked up its users before: where it writes its rows it looks once more whose they are
 * now, see {@link ListenRepository#add}.
 */
@Singleton
public class PeopleService {

    private static final Logger LOG = Logger.getLogger(PeopleService.class);

    private final Database database;
    private final UserRepository users;
    private final ListenRepository listens;
    private final PlayCountRepository playCounts;
    private final FeedbackRepository feedback;
    private final Event<CatalogChanged> catalogChanged;
    private final Event<HistoryChanged> historyChanged;
    private final Event<ListensChanged> listensChanged;
    private final Event<UserForgotten> forgotten;

    PeopleService(
            Database database,
            UserRepository users,
            ListenRepository listens,
            PlayCountRepository playCounts,
            FeedbackRepository feedback,
            Event<CatalogChanged> catalogChanged,
            Event<HistoryChanged> historyChanged,
            Event<ListensChanged> listensChanged,
            Event<UserForgotten> forgotten) {
        this.database = database;
        this.users = users;
        this.listens = listens;
        this.playCounts = playCounts;
        this.feedback = feedback;
        this.catalogChanged = catalogChanged;
        this.historyChanged = historyChanged;
        this.listensChanged = listensChanged;
        this.forgotten = forgotten;
    }

    // Goes on where a former process was stopped.
    void start(@Observes StartupEvent event) {
        database.read(users::halfMerged).forEach(this::moveRows);
        database.read(users::forgottenWithRows).forEach(this::deleteRows);
    }

    // An import has ended, perhaps: it is the last that could have brought a forgotten user back.
    void catalogChanged(@Observes CatalogChanged event) {
        try {
            database.writeNow(users::dropOldAliases);
        } catch (StorageException e) {
            LOG.warn("What forgotten users were called is kept until the catalogue changes again", e);
        }
    }

    /**
     * Makes two users one person: all names of both mean the second from here on, and the second has heard and said what both
     * have.
     *
     * @param from key of the user who is only a name afterwards
     * @param into key of the user who stays
     * @return whether they were two before
     * @throws org.segue.catalog.UnknownUserException if one of them is gone
     */
    public boolean merge(int from, int into) {
        Optional<Merged> merged = database.writeNow(connection -> {
            Optional<Merged> found = users.merge(connection, from, into);
            if (found.isPresent()) {
                feedback.move(connection, found.get().from(), found.get().into());
            }
            return found;
        });
        merged.ifPresent(this::moveRows);
        merged.ifPresent(this::announce);
        return merged.isPresent();
    }

    /**
     * Forgets a user and everything about the user. Nobody is known by any of the user's names when this returns.
     *
     * @param userId key of a user who was not merged into another
     */
    public void forget(int userId) {
        long now = System.currentTimeMillis();
        List<Integer> keys = database.writeNow(connection -> users.forget(connection, userId, now));
        catalogChanged.fire(new CatalogChanged());
        keys.forEach(this::deleteRows);
        keys.forEach(key -> historyChanged.fire(new HistoryChanged(key, false)));
        forgotten.fire(new UserForgotten(Set.copyOf(keys)));
        LOG.infof("A user was forgotten");
        countAnew();
    }

    private void announce(Merged merged) {
        catalogChanged.fire(new CatalogChanged());
        historyChanged.fire(new HistoryChanged(merged.from(), false));
        historyChanged.fire(new HistoryChanged(merged.into(), false));
        countAnew();
    }

    // How many have each song takes a reading of all rows; answers to the person need not wait for it.
    private void countAnew() {
        database.workers().execute(() -> {
            try {
                listensChanged.fire(new ListensChanged(""));
            } catch (RuntimeException e) {
                LOG.warn("Who has which song could not be counted; the next change counts again", e);
            }
        });
    }

    private void moveRows(Merged merged) {
        repeat(() -> database.writeNow(connection -> listens.move(connection, merged.from(), merged.into())));
        repeat(() -> database.writeNow(connection -> playCounts.move(connection, merged.from(), merged.into())));
    }

    private void deleteRows(int userId) {
        repeat(() -> database.writeNow(connection -> listens.deleteSome(connection, userId)));
        repeat(() -> database.writeNow(connection -> playCounts.deleteSome(connection, userId)));
        database.writeNow(connection -> users.noteRowsGone(connection, userId));
    }

    private static void repeat(java.util.function.IntSupplier portion) {
        int rows;
        do {
            rows = portion.getAsInt();
        } while (rows > 0);
    }
}
