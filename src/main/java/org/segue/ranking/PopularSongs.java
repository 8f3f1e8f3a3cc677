package org.segue.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Songs by how many people play them, and those of somebody's library that nobody has played. */
final class PopularSongs {

    private final RankingSnapshot snapshot;
    private final ResolvedQuery query;

    PopularSongs(RankingSnapshot snapshot, ResolvedQuery query) {
        this.snapshot = snapshot;
        this.query = query;
    }

    /** The songs that most people play. */
    List<ScoredSong> top(int n, IntPredicate eligible) {
        return snapshot.popular().recommend(query.members().get(0).history(), new Selection(n, false, eligible));
    }

    /** These, and behind them songs of the library that nobody has played. */
    List<ScoredSong> topThenOwned(int n, IntPredicate eligible) {
        List<ScoredSong> best = new ArrayList<>(top(n, eligible));
        snapshot.owned()
                .recordings()
                .filter(songId -> !snapshot.songs().isHeard(songId) && eligible.test(songId))
                .limit(n - best.size())
                .forEach(songId -> best.add(new ScoredSong(songId, 0)));
        return best;
    }

    /** What is asked for: who wants songs of a library gets those, too, that nobody has played. */
    ArtistCap.Source asked() {
        return query.query().filter().further().owned().offersUntried() ? this::topThenOwned : this::top;
    }
}
