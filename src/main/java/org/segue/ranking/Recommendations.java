package org.segue.ranking;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.interactions.Histories;
import org.segue.listens.PlayingNow;

/**
 * Answers questions for songs: reads the histories, ranks, and puts the answer into words. Never blocks: what is not in memory is
 * read on worker threads, and what takes long is {@link HeavyWork}. An answer is made of one snapshot and of one history a user, whatever changes meanwhile.
 */
@Singleton
public class Recommendations {

    private final Snapshots snapshots;
    private final Histories histories;
    private final Catalog catalog;
    private final PlayingNow playingNow;
    private final HeavyWork heavyWork;
    private final MeterRegistry metrics;

    /** For the container, and for tests that answer in another way. */
    protected Recommendations(
            Snapshots snapshots,
            Histories histories,
            Catalog catalog,
            PlayingNow playingNow,
            HeavyWork heavyWork,
            MeterRegistry metrics) {
        this.playingNow = playingNow;
        this.snapshots = snapshots;
        this.histories = histories;
        this.catalog = catalog;
        this.heavyWork = heavyWork;
        this.metrics = metrics;
    }

    /**
     * The answer to a question. An unknown user is no error: the answer is then what most people play, and says so. Fails with
     * {@link OverloadedException} if it takes long and would have to wait too long.
     */
    public Uni<Recommendation> recommend(RecommendationQuery query) {
        return Uni.createFrom().deferred(() -> answer(query));
    }

    private Uni<Recommendation> answer(RecommendationQuery query) {
        Timer.Sample timer = Timer.start(metrics);
        return Uni.createFrom()
                .completionStage(() -> snapshots.current(query))
                .flatMap(snapshot -> answer(query, snapshot))
                .onItemOrFailure()
                .invoke((answer, failure) -> timer.stop(metrics.timer(
                        "segue.recommendations",
                        "strategy",
                        answer == null ? "failed" : answer.strategy().name().toLowerCase(Locale.ROOT))));
    }

    private Uni<Recommendation> answer(RecommendationQuery query, RankingSnapshot snapshot) {
        return Uni.createFrom()
                .completionStage(members(query, snapshot))
                .map(members -> ResolvedQuery.of(query, members, snapshot))
                .flatMap(resolved -> rank(resolved, snapshot))
                .flatMap(ranking -> Uni.createFrom()
                        .completionStage(catalog.songs(ranking.songIds()))
                        .map(songs -> ranking.inWords(query, songs, snapshot.owned())));
    }

    /** Those whom a question is for, with what is known of them; unknown users are left out. */
    CompletableFuture<List<Member>> members(RecommendationQuery query, RankingSnapshot snapshot) {
        GivenHistory given = query.whom().history();
        if (given != null) {
            return CompletableFuture.completedFuture(List.of(new Member("", given.history())));
        }
        List<CompletableFuture<Member>> members = query.users().stream()
                .map(named -> named.found())
                .filter(Objects::nonNull)
                .map(user -> member(user, snapshot))
                .toList();
        return CompletableFuture.allOf(members.toArray(CompletableFuture[]::new))
                .thenApply(done -> members.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Member> member(User user, RankingSnapshot snapshot) {
        return histories
                .of(user.id(), snapshot.measure())
                .thenApply(history -> playing(user.id(), new Member(user.publicId(), history), snapshot));
    }

    // Ratings tell nothing of the moment.
    private Member playing(int userId, Member member, RankingSnapshot snapshot) {
        return snapshot.factors() == null || snapshot.isExplicit()
                ? member
                : playingNow
                        .of(userId)
                        .map(song -> member.playing(song.songId(), song.began()))
                        .orElse(member);
    }

    private Uni<Ranking> rank(ResolvedQuery query, RankingSnapshot snapshot) {
        return heavyWork.run(
                query.cost(),
                () -> Ranking.of(snapshot, query, query.query().whom().now()));
    }
}
