package org.segue.people;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.ForgottenUserRepository;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.User;
import org.segue.catalog.UserMergeRepository;
import org.segue.catalog.UserMergeRepository.Merged;
import org.segue.feedback.FeedbackRepository;
import org.segue.listens.ListenRepository;
import org.segue.listens.MergedListenRepository;
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
    private final UserMergeRepository merges;
    private final HouseRepository house;
    private final ForgottenUserRepository forgotten;
    private final ListenRepository listens;
    private final MergedListenRepository plays;
    private final PlayCountRepository playCounts;
    private final FeedbackRepository feedback;
    private final PeopleEvents events;

    PeopleService(
            Database database,
            UserMergeRepository merges,
            HouseRepository house,
            ForgottenUserRepository forgotten,
            ListenRepository listens,
            MergedListenRepository plays,
            PlayCountRepository playCounts,
            FeedbackRepository feedback,
            PeopleEvents events) {
        this.database = database;
        this.merges = merges;
        this.house = house;
        this.forgotten = forgotten;
        this.listens = listens;
        this.plays = plays;
        this.playCounts = playCounts;
        this.feedback = feedback;
        this.events = events;
    }

    // Goes on where a former process was stopped.
    void start(@Observes StartupEvent event) {
        database.read(merges::halfMerged).forEach(this::moveRows);
        database.read(forgotten::forgottenWithRows).forEach(this::deleteRows);
    }

    // An import has ended, perhaps: it is the last that could have brought a forgotten user back.
    void catalogChanged(@Observes CatalogChanged event) {
        try {
            database.writeNow(forgotten::dropOldAliases);
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
            Optional<Merged> found = merges.merge(connection, from, into);
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
     * Says that a name means a user here: from now on whoever gives the name, on a page or in a player, means this one.
     *
     * @throws org.segue.catalog.AmbiguousNameException if it means somebody else already
     */
    public void call(User user, String name) {
        database.writeNow(connection -> {
            house.call(connection, user, name);
            return user;
        });
        events.catalogChanged();
    }

    /**
     * Forgets a user and everything about the user. Nobody is known by any of the user's names when this returns.
     *
     * @param userId key of a user who was not merged into another
     */
    public void forget(int userId) {
        long now = System.currentTimeMillis();
        List<Integer> keys = database.writeNow(connection -> forgotten.forget(connection, userId, now));
        events.catalogChanged();
        keys.forEach(this::deleteRows);
        events.forgotten(keys);
        LOG.infof("A user was forgotten");
        countAnew();
    }

    private void announce(Merged merged) {
        events.merged(merged);
        countAnew();
    }

    // How many have each song takes a reading of all rows; answers to the person need not wait for it.
    private void countAnew() {
        database.later("Who has which song could not be counted; the next change counts again", events::listensChanged);
    }

    private void moveRows(Merged merged) {
        repeat(() -> database.writeNow(connection -> listens.move(connection, merged.from(), merged.into())));
        repeat(() -> database.writeNow(connection -> playCounts.move(connection, merged.from(), merged.into())));
        plays.settleUser(merged.into());
    }

    private void deleteRows(int userId) {
        repeat(() -> database.writeNow(connection -> listens.deleteSome(connection, userId)));
        repeat(() -> database.writeNow(connection -> playCounts.deleteSome(connection, userId)));
        database.writeNow(connection -> forgotten.noteRowsGone(connection, userId));
    }

    private static void repeat(java.util.function.IntSupplier portion) {
        int rows;
        do {
            rows = portion.getAsInt();
        } while (rows > 0);
    }
}
