package org.segue.web.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.segue.access.Caller;
import org.segue.catalog.SongsShown;
import org.segue.catalog.SongsShown.Ranked;
import org.segue.catalog.User;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.Recommendations;
import org.segue.ranking.RecommendedSong;

/**
 * Tells the house which songs a signed-in listener has been shown, where the list is the listener's own. Lists for others, for several and
 * from songs to start from are not about the listener's taste alone, so they are left out. Never blocks, and no answer waits for it.
 */
@Singleton
class ShownAnswers {

    private static final Logger LOG = Logger.getLogger(ShownAnswers.class);

    /** The next ranks take another ranking: they are looked up for a listener so often at most. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private static final int MAX_LISTENERS = 1000;
    private static final int MAX_SONGS = 500;

    private final Recommendations recommendations;
    private final Event<SongsShown> shown;
    private final Clock clock;
    private final Cache<Integer, Boolean> compared = Caffeine.newBuilder()
            .maximumSize(MAX_LISTENERS)
            .expireAfterWrite(PAUSE)
            .build();

    ShownAnswers(Recommendations recommendations, Event<SongsShown> shown, Clock clock) {
        this.recommendations = recommendations;
        this.shown = shown;
        this.clock = clock;
    }

    /** Notes an answer that the caller sees. */
    void note(RecommendationQuery query, Recommendation answer, Caller caller) {
        if (isOwn(query, caller)
                && answer.strategy().isOfTaste()
                && !answer.items().isEmpty()) {
            shown.fire(new SongsShown(caller.userId(), ranked(answer.items()), List.of(), clock.instant()));
            if (compared.asMap().putIfAbsent(caller.userId(), true) == null) {
                compare(query, answer, caller.userId());
            }
        }
    }

    private static boolean isOwn(RecommendationQuery query, Caller caller) {
        User user = query.users().size() == 1 ? query.users().get(0).found() : null;
        return user != null && caller.is(user.id()) && query.seeds().isEmpty();
    }

    private void compare(RecommendationQuery query, Recommendation answer, int userId) {
        recommendations
                .recommend(longer(query))
                .subscribe()
                .with(
                        all -> shown.fire(new SongsShown(userId, List.of(), next(answer, all), clock.instant())),
                        failure -> LOG.debug("The next songs of a list are not known", failure));
    }

    private static RecommendationQuery longer(RecommendationQuery query) {
        return new RecommendationQuery(
                query.users(),
                query.seeds(),
                Math.min(query.n() + SongsShown.NEXT, MAX_SONGS),
                query.mode(),
                query.filter(),
                query.reranker(),
                false,
                query.when());
    }

    private static List<Ranked> next(Recommendation answer, Recommendation all) {
        Set<Integer> seen =
                answer.items().stream().map(item -> item.song().id()).collect(Collectors.toSet());
        return ranked(all.items().stream()
                .filter(item -> !seen.contains(item.song().id()))
                .limit(SongsShown.NEXT)
                .toList());
    }

    private static List<Ranked> ranked(List<RecommendedSong> items) {
        return items.stream()
                .map(item -> new Ranked(item.song().id(), item.rank()))
                .toList();
    }
}
