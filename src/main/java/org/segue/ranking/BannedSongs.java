package org.segue.ranking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import org.segue.interactions.Bans;
import org.segue.interactions.Histories;

/** What users never want to be offered, for those who show songs that were ranked a while ago. Never blocks. */
@Singleton
public class BannedSongs {

    private final Histories histories;
    private final Snapshots snapshots;

    BannedSongs(Histories histories, Snapshots snapshots) {
        this.histories = histories;
        this.snapshots = snapshots;
    }

    /** Tells of the keys of songs whether a user has banned them, or their artists, now. */
    public CompletableFuture<IntPredicate> of(int userId) {
        RankingSnapshot snapshot = snapshots.current();
        long now = Instant.now().getEpochSecond();
        return histories.of(userId, snapshot.measure()).thenApply(history -> {
            Bans bans = history.bans();
            return songId -> bans.exclude(songId, snapshot.songs(), now);
        });
    }
}
