package org.segue.ranking;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.Named;
import org.segue.catalog.SongRepository;
import org.segue.catalog.User;
import org.segue.catalog.UserForgotten;
import org.segue.interactions.SongCounts;
import org.segue.listens.HistoryChanged;
import org.segue.listens.ListensChanged;
import org.segue.model.ActiveModel;
import org.segue.model.ModelPublished;
import org.segue.model.ModelWithdrawn;

/**
 * Holds the snapshot that answers are made of, and replaces it whole when a model is published or listens have changed.
 * Reading it costs nothing; replacing it blocks, one replacement after the other.
 */
@Singleton
public class Snapshots {

    private final SongCounts counts;
    private final SongRepository songs;
    private final ActiveModel models;
    private final UntriedCatalog untried;
    private final OwnedCatalog owned;
    private volatile RankingSnapshot current = RankingSnapshot.EMPTY;

    Snapshots(SongCounts counts, SongRepository songs, ActiveModel models, UntriedCatalog untried, OwnedCatalog owned) {
        this.owned = owned;
        this.untried = untried;
        this.counts = counts;
        this.songs = songs;
        this.models = models;
    }

    /** What answers are made of now. */
    public RankingState state() {
        return current.state();
    }

    /** The snapshot of now. An answer takes it once. */
    public RankingSnapshot current() {
        return current;
    }

    /** The snapshot of now, with what is owned by those whom a question is for, and with untried songs if it asks for them. */
    CompletableFuture<RankingSnapshot> current(RecommendationQuery query) {
        return currentFor(query.users()).thenCompose(snapshot -> untried.complete(snapshot, query));
    }

    /** The same, and if a radio starts from songs of which the model has no embedding. */
    CompletableFuture<RankingSnapshot> forRadio(RecommendationQuery query) {
        return currentFor(query.users()).thenCompose(snapshot -> untried.completeForRadio(snapshot, query));
    }

    /** The snapshot of now with what some users own; if nobody is named, with what anybody owns. */
    public CompletableFuture<RankingSnapshot> currentFor(List<Named<User>> users) {
        return owned.of(users).thenApply(each -> {
            RankingSnapshot snapshot = current;
            return snapshot.with(Ownership.of(each, snapshot.songs()));
        });
    }

    /** What some users own; if nobody is named, what anybody owns. */
    public CompletableFuture<Ownership> owned(List<Named<User>> users) {
        return currentFor(users).thenApply(RankingSnapshot::owned);
    }

    synchronized void start(@Observes StartupEvent event) {
        current = RankingSnapshot.EMPTY.with(songs.table());
        models.load().ifPresent(model -> current = current.with(model));
    }

    synchronized void listensChanged(@Observes ListensChanged event) {
        counts.refresh();
        current = current.with(songs.table());
    }

    synchronized void historyChanged(@Observes HistoryChanged event) {
        if (event.listenersChanged()) {
            current = current.with(songs.table());
        }
    }

    synchronized void userForgotten(@Observes UserForgotten event) {
        current = current.without(event.keys());
    }

    // The song table is read once, when what is counted in it is known.
    synchronized void catalogChanged(@Observes CatalogChanged event) {
        if (!event.listensFollow()) {
            current = current.with(songs.table());
        }
    }

    synchronized void modelWithdrawn(@Observes ModelWithdrawn event) {
        current = RankingSnapshot.EMPTY.with(songs.table());
    }

    synchronized void modelPublished(@Observes ModelPublished event) {
        current = current.with(event.model());
    }
}
