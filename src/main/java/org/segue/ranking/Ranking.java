package org.segue.ranking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.interactions.UserHistory;

/**
 * A ranking in keys, before it is put into words.
 *
 * @param strategy how it came about
 * @param version of the model behind it, null if there was none
 * @param items best first
 * @param warnings sentences about what a reader would not expect
 */
record Ranking(Strategy strategy, @Nullable String version, List<Item> items, List<String> warnings) {

    /** So many of the user's songs are named as reasons. */
    private static final int REASONS = 3;

    /**
     * One song of it.
     *
     * @param song key and score
     * @param explanation where the score comes from, null if nobody asked or nothing can be said
     */
    record Item(ScoredSong song, @Nullable Explanation explanation) {

        int songId() {
            return song.songId();
        }

        RecommendedSong inWords(int rank, Song words, Map<Integer, Song> songs) {
            return new RecommendedSong(
                    rank,
                    words.publicId(),
                    words.title(),
                    words.artist(),
                    words.artistPublicId(),
                    words.album(),
                    song.score(),
                    reasons(songs),
                    explanation == null ? 0 : explanation.total());
        }

        private List<RecommendedSong.Reason> reasons(Map<Integer, Song> songs) {
            List<RecommendedSong.Reason> reasons = new ArrayList<>();
            for (Explanation.Contribution reason :
                    explanation == null ? List.<Explanation.Contribution>of() : explanation.strongest()) {
                Song own = songs.get(reason.songId());
                if (own != null) {
                    reasons.add(new RecommendedSong.Reason(own.publicId(), own.title(), own.artist(), reason.value()));
                }
            }
            return reasons;
        }
    }

    /** Ranks by the model if it can say something of the user, else by popularity. */
    static Ranking of(Snapshot snapshot, UserHistory history, Selection selection, boolean explain) {
        FactorRecommender factors = snapshot.factors();
        if (factors == null) {
            return popular(
                    snapshot, history, selection, "There is no model yet: these are the songs that most people play.");
        }
        Optional<UserEmbedding> embedding = factors.embed(history);
        if (embedding.isEmpty()) {
            return popular(snapshot, history, selection, reasonForPopular(history));
        }
        return byModel(snapshot, factors, embedding.get(), history, selection, explain);
    }

    /** Keys of all songs that its words need. */
    Set<Integer> songIds() {
        Set<Integer> ids = new LinkedHashSet<>();
        for (Item item : items) {
            ids.add(item.songId());
            if (item.explanation() != null) {
                item.explanation().strongest().forEach(reason -> ids.add(reason.songId()));
            }
        }
        return ids;
    }

    private static Ranking byModel(
            Snapshot snapshot,
            FactorRecommender factors,
            UserEmbedding embedding,
            UserHistory history,
            Selection selection,
            boolean explain) {
        List<ScoredSong> songs = factors.recommend(embedding.values(), history, selection);
        UserSolution solution = explain && !songs.isEmpty() ? factors.solution(embedding, history) : null;
        List<Item> items = songs.stream()
                .map(song -> new Item(song, solution == null ? null : Explanation.of(solution, song.songId(), REASONS)))
                .toList();
        return new Ranking(embedding.strategy(), snapshot.version(), items, noneLeft(items));
    }

    private static Ranking popular(Snapshot snapshot, UserHistory history, Selection selection, String warning) {
        List<Item> items = snapshot.popular().recommend(history, selection).stream()
                .map(song -> new Item(song, null))
                .toList();
        return new Ranking(Strategy.POPULAR, null, items, List.of(items.isEmpty() ? NONE_LEFT : warning));
    }

    private static final String NONE_LEFT = "No song is left that may be recommended.";

    private static List<String> noneLeft(List<Item> items) {
        return items.isEmpty() ? List.of(NONE_LEFT) : List.of();
    }

    private static String reasonForPopular(UserHistory history) {
        return history.isEmpty() && history.opinions().size() == 0
                ? "Nothing is known of this user: these are the songs that most people play."
                : "The model cannot tell anything from this user's songs: these are the songs that most people play.";
    }
}
