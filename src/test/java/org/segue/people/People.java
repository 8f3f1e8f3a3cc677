package org.segue.people;

import jakarta.enterprise.event.Event;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.Repositories;
import org.segue.catalog.UserMergeRepository;
import org.segue.feedback.Verdicts;
import org.segue.listens.HistoryChanged;
import org.segue.listens.ListenRepository;
import org.segue.listens.Listens;
import org.segue.listens.ListensChanged;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;
import org.segue.testsupport.FiredEvents;

/** People in a database of a test. */
public final class People {

    private People() {}

    /** What merges and forgets them, and tells so. */
    public static PeopleService of(
            Database database,
            Event<CatalogChanged> catalogChanged,
            Event<HistoryChanged> historyChanged,
            Event<ListensChanged> listensChanged) {
        Repositories catalog = new Repositories(database);
        return new PeopleService(
                database,
                new UserMergeRepository(),
                catalog.house(),
                catalog.forgotten(),
                new ListenRepository(catalog.songs()),
                Listens.joined(database),
                new PlayCountRepository(),
                Verdicts.of(database),
                new PeopleEvents(
                        catalogChanged,
                        historyChanged,
                        listensChanged,
                        new FiredEvents<>(event -> {}),
                        new FiredEvents<>(event -> {})));
    }
}
