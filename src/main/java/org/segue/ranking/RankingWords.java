package org.segue.ranking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Named;
import org.segue.catalog.Song;

/**
 * Puts ranked songs into words and public ids; songs that are gone meanwhile are left out.
 *
 * @param songs by key
 * @param owned what those own whom it is for
 */
record RankingWords(Map<Integer, Song> songs, Ownership owned) {

    /** An answer to a question. */
    Recommendation of(Ranking ranking, RecommendationQuery query) {
        List<String> users = query.users().stream().map(Named::name).toList();
        boolean isGroup = users.size() > 1;
        return new Recommendation(
                isGroup || users.isEmpty() ? "" : users.get(0),
                isGroup ? users : List.of(),
                ranking.strategy(),
                ranking.version(),
                all(ranking.items()),
                ranking.warnings(),
                new Recommendation.Beside("", duration(ranking.halfLife()), all(ranking.rediscover())));
    }

    private static @Nullable String duration(double seconds) {
        return Double.isInfinite(seconds)
                ? null
                : Duration.ofSeconds((long) seconds).toString();
    }

    private List<RecommendedSong> all(List<Ranking.Item> items) {
        List<RecommendedSong> recommended = new ArrayList<>();
        for (Ranking.Item item : items) {
            Song song = songs.get(item.song().songId());
            if (song != null) {
                recommended.add(one(recommended.size() + 1, song, item));
            }
        }
        return recommended;
    }

    private RecommendedSong one(int rank, Song song, Ranking.Item item) {
        Explanation explanation = item.explanation();
        return new RecommendedSong(
                rank,
                song,
                item.song().score(),
                explanation == null ? List.of() : reasons(explanation),
                explanation == null ? 0 : explanation.total(),
                item.isUntried(),
                item.why(),
                owned.isOwned(song.id()));
    }

    private List<RecommendedSong.Reason> reasons(Explanation explanation) {
        List<RecommendedSong.Reason> reasons = new ArrayList<>();
        for (Explanation.Contribution reason : explanation.strongest()) {
            Song own = songs.get(reason.songId());
            if (own != null) {
                reasons.add(new RecommendedSong.Reason(
                        own.publicId(), own.title(), own.artist(), reason.value(), reason.user(), reason.neighbor()));
            }
        }
        return reasons;
    }
}
