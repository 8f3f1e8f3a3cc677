package org.segue.web.person;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.segue.access.Access;
import org.segue.catalog.RealListenerRepository;
import org.segue.catalog.User;
import org.segue.interactions.Favorites;
import org.segue.interactions.Favorites.PlayedArtist;
import org.segue.interactions.Histories;
import org.segue.interactions.TasteOverlap;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.ranking.Snapshots;

/** Compares a person with the other listeners, as far as the reader of the page may know of them. Blocks. */
@Singleton
class TasteInCommon {

    /** With the newest of so many listeners: a household has not more, a data set has thousands. */
    private static final int MAX_OTHERS = 20;

    private static final int MAX_ROWS = 5;
    /** What somebody plays less than these artists tells little. */
    static final int MAX_ARTISTS = 100;

    private final Access access;
    private final RealListenerRepository listeners;
    private final Histories histories;
    private final Favorites favorites;
    private final Snapshots snapshots;

    TasteInCommon(
            Access access,
            RealListenerRepository listeners,
            Histories histories,
            Favorites favorites,
            Snapshots snapshots) {
        this.snapshots = snapshots;
        this.access = access;
        this.listeners = listeners;
        this.histories = histories;
        this.favorites = favorites;
    }

    /**
     * The listeners with most in common first; none where too little is known, or nothing may be.
     *
     * @param own artists whom the person plays, at most {@value #MAX_ARTISTS}
     */
    List<TasteRow> of(User person, List<PlayedArtist> own) {
        return access.mayReadAll() && TasteOverlap.isEnough(own) ? rows(person, own) : List.of();
    }

    private List<TasteRow> rows(User person, List<PlayedArtist> own) {
        boolean isMadeUp = snapshots.current().songs().demo().listeners().get(person.id());
        return listeners.besides(isMadeUp ? "" : ListensChanged.DEMO, MAX_OTHERS).stream()
                .filter(other -> other.id() != person.id())
                .flatMap(other -> compared(other, own))
                .sorted(Comparator.comparingDouble(
                        (Compared one) -> -one.overlap().cosine()))
                .limit(MAX_ROWS)
                .map(one -> TasteRow.of(one.other(), one.overlap()))
                .toList();
    }

    private record Compared(User other, TasteOverlap overlap) {}

    private Stream<Compared> compared(User other, List<PlayedArtist> own) {
        List<PlayedArtist> theirs = artists(other);
        return TasteOverlap.isEnough(theirs)
                ? Stream.of(new Compared(other, TasteOverlap.of(own, theirs)))
                : Stream.of();
    }

    private List<PlayedArtist> artists(User user) {
        return favorites.artists(histories.of(user.id(), Measure.PLAYS).join(), MAX_ARTISTS);
    }
}
