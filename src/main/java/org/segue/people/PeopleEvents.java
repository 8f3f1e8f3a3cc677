package org.segue.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.OwnedSongsChanged;
import org.segue.catalog.UserForgotten;
import org.segue.catalog.UserMergeRepository.Merged;
import org.segue.listens.HistoryChanged;
import org.segue.listens.ListensChanged;

/** Tells other rooms that users became one or were forgotten. */
@Singleton
class PeopleEvents {

    private final Event<CatalogChanged> catalogChanged;
    private final Event<HistoryChanged> historyChanged;
    private final Event<ListensChanged> listensChanged;
    private final Event<UserForgotten> forgotten;
    private final Event<OwnedSongsChanged> ownedChanged;

    PeopleEvents(
            Event<CatalogChanged> catalogChanged,
            Event<HistoryChanged> historyChanged,
            Event<ListensChanged> listensChanged,
            Event<UserForgotten> forgotten,
            Event<OwnedSongsChanged> ownedChanged) {
        this.catalogChanged = catalogChanged;
        this.historyChanged = historyChanged;
        this.listensChanged = listensChanged;
        this.forgotten = forgotten;
        this.ownedChanged = ownedChanged;
    }

    void catalogChanged() {
        catalogChanged.fire(new CatalogChanged());
    }

    void listensChanged() {
        listensChanged.fire(new ListensChanged(""));
    }

    void merged(Merged merged) {
        catalogChanged();
        historyChanged.fire(new HistoryChanged(merged.from(), false));
        historyChanged.fire(new HistoryChanged(merged.into(), false));
        ownedChanged.fire(new OwnedSongsChanged());
    }

    /** Tells that nothing is left of users. */
    void forgotten(List<Integer> keys) {
        keys.forEach(key -> historyChanged.fire(new HistoryChanged(key, false)));
        forgotten.fire(new UserForgotten(Set.copyOf(keys)));
        ownedChanged.fire(new OwnedSongsChanged());
    }
}
