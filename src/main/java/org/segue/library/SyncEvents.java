package org.segue.library;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.OwnedSongsChanged;
import org.segue.feedback.FeedbackChanged;
import org.segue.listens.ListensChanged;

/** Tells the other rooms what libraries have changed. */
@Singleton
class SyncEvents {

    /** Of play counts and ratings; the source that the event names. */
    private static final String SOURCE = "library";

    private final Event<OwnedSongsChanged> ownedChanged;
    private final Event<CatalogChanged> catalogChanged;
    private final Event<FeedbackChanged> feedbackChanged;
    private final Event<ListensChanged> listensChanged;

    SyncEvents(
            Event<OwnedSongsChanged> ownedChanged,
            Event<CatalogChanged> catalogChanged,
            Event<FeedbackChanged> feedbackChanged,
            Event<ListensChanged> listensChanged) {
        this.ownedChanged = ownedChanged;
        this.catalogChanged = catalogChanged;
        this.feedbackChanged = feedbackChanged;
        this.listensChanged = listensChanged;
    }

    /** A library was read. */
    void synced(boolean isCatalogChanged) {
        if (isCatalogChanged) {
            catalogChanged.fire(new CatalogChanged());
        }
        ownedChanged.fire(new OwnedSongsChanged());
    }

    /** Somebody owns other songs than before. */
    void ownedChanged() {
        ownedChanged.fire(new OwnedSongsChanged());
    }

    /** Songs have gone. */
    void songsGone() {
        catalogChanged.fire(new CatalogChanged());
    }

    /** Loves have come or gone. */
    void lovesChanged(int userId) {
        feedbackChanged.fire(new FeedbackChanged(userId));
    }

    /** All that some listeners' logins brought has gone, perhaps. */
    void takenBack(Collection<Integer> userIds) {
        userIds.forEach(this::lovesChanged);
        countsChanged();
    }

    /** Ratings or play counts have come or gone. */
    void countsChanged() {
        listensChanged.fire(new ListensChanged(SOURCE));
    }
}
