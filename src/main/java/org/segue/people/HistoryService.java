package org.segue.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
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

    private final ListenHistoryRepository listens;
    private final Event<HistoryChanged> changes;

    HistoryService(ListenHistoryRepository listens, Event<HistoryChanged> changes) {
        this.listens = listens;
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

    /** Deletes a listen for good: no import brings it again. */
    public Deletion delete(Listen listen) {
        Deleted deleted = listens.delete(listen);
        Deletion deletion = deleted.deletion();
        if (deletion != Deletion.NOTHING) {
            changes.fire(new HistoryChanged(listen.userId(), deletion == Deletion.LAST_OF_SONG, deleted.change()));
        }
        return deletion;
    }
}
