package org.segue.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.segue.listens.DeletedPlayRepository;
import org.segue.listens.DeletedPlayRepository.DeletedPlay;
import org.segue.listens.HistoryChanged;
import org.segue.listens.Listen;
import org.segue.listens.ListenHistoryRepository;
import org.segue.listens.ListenHistoryRepository.Deleted;
import org.segue.listens.ListenHistoryRepository.Deletion;
import org.segue.listens.ListenSummary;

/**
 * A user's listens, to read and to delete; the house is told once a deletion is on disk: whoever asks afterwards is answered
 * with it. Its methods block.
 */
@Singleton
public class HistoryService {

    /** So many deleted plays can be had back; a restart forgets them. */
    private static final int MAX_RECENT = 1000;

    private final ListenHistoryRepository listens;
    private final DeletedPlayRepository deletedPlays;
    private final Event<HistoryChanged> changes;
    private final Cache<Listen, DeletedPlay> recent = Caffeine.newBuilder()
            .maximumSize(MAX_RECENT)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    HistoryService(ListenHistoryRepository listens, DeletedPlayRepository deletedPlays, Event<HistoryChanged> changes) {
        this.listens = listens;
        this.deletedPlays = deletedPlays;
        this.changes = changes;
    }

    /** How many listens a user has, and from when to when. */
    public ListenSummary summary(int userId) {
        return listens.summary(userId);
    }

    /** A user's listens before one, newest first. */
    public List<Listen> newest(int userId, Listen before, int limit) {
        return listens.newest(userId, before, limit);
    }

    /** Deletes a listen: no import brings it again, unless it is had back. */
    public Deletion delete(Listen listen) {
        Deleted deleted = listens.delete(listen);
        Deletion deletion = deleted.deletion();
        if (deletion != Deletion.NOTHING) {
            changes.fire(new HistoryChanged(listen.userId(), deletion == Deletion.LAST_OF_SONG, deleted.change()));
        }
        if (deleted.play() != null) {
            recent.put(listen, deleted.play());
        }
        return deletion;
    }

    /**
     * Has a listen back that was deleted in the last hour, as it was: imports may bring it again too.
     *
     * @return whether it is there again
     */
    public boolean restore(Listen listen) {
        DeletedPlay play = recent.asMap().remove(listen);
        Optional<HistoryChanged> change = play == null ? Optional.empty() : deletedPlays.restore(play);
        change.ifPresent(changes::fire);
        return change.isPresent();
    }
}
