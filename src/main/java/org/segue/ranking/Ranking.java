package org.segue.ranking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
                    reasons.add(new RecommendedSong.Reason(
                            own.publicId(), own.title(), own.artist(), reason.value(), reason.user()));
                }
            }
            return reasons;
        }
    }

    /**
     * Ranks by the model if it can say something of the user, or of any of the users, else by popularity.
     *
     * @param now epoch seconds
     */
    static Ranking of(RankingSnapshot snapshot, ResolvedQuery query, long now) {
        Selection selection = query.selection(snapshot.songs(), now);
        FactorRecommender factors = snapshot.factors();
        if (factors == null) {
            return popular(
                    snapshot, query, selection, "There is no model yet: these are the songs that most people play.");
        }
        return query.query().isBlend()
                ? forSeveral(snapshot, factors, query, selection)
                : forOne(snapshot, factors, query, selection);
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

    private static Ranking forOne(
            RankingSnapshot snapshot, FactorRecommender factors, ResolvedQuery query, Selection selection) {
        UserHistory taste = query.tastes().get(0).history();
        Optional<UserEmbedding> embedding = factors.embed(taste);
        return embedding.isEmpty()
                ? popular(snapshot, query, selection, reasonForPopular(taste))
                : byModel(snapshot, factors, embedding.get(), query, selection);
    }

    private static Ranking byModel(
            RankingSnapshot snapshot,
            FactorRecommender factors,
            UserEmbedding embedding,
            ResolvedQuery query,
            Selection selection) {
        UserHistory taste = query.tastes().get(0).history();
        List<ScoredSong> songs = choose(
                snapshot,
                query,
                (n, open) -> factors.recommend(embedding.values(), taste, selection.narrowed(n, open)));
        FoldInResult solution = query.query().explain() && !songs.isEmpty() ? factors.solution(embedding, taste) : null;
        List<Item> items = songs.stream()
                .map(song -> new Item(song, solution == null ? null : solution.explain(song.songId(), REASONS)))
                .toList();
        return new Ranking(
                embedding.strategy(), snapshot.version(), items, warnings(query, items.isEmpty() ? NONE_LEFT : ""));
    }

    private static Ranking forSeveral(
            RankingSnapshot snapshot, FactorRecommender factors, ResolvedQuery query, Selection selection) {
        GroupRecommender blend = new GroupRecommender(
                factors,
                query.tastes(),
                songId -> snapshot.songs().isHeard(songId) && !query.influence().contains(songId));
        if (blend.isEmpty()) {
            return popular(
                    snapshot,
                    query,
                    selection,
                    "Nothing that the model could use is known of these users: these are the songs that most people play.");
        }
        List<ScoredSong> songs = choose(
                snapshot,
                query,
                (n, open) -> blend.top(n, songId -> selection.allowed().test(songId) && open.test(songId)));
        List<Explanation> explanations = query.query().explain() ? blend.explain(songs, REASONS) : List.of();
        List<Item> items = IntStream.range(0, songs.size())
                .mapToObj(i -> new Item(songs.get(i), explanations.isEmpty() ? null : explanations.get(i)))
                .toList();
        return new Ranking(blend.strategy(), snapshot.version(), items, warnings(query, ofBlend(blend, query, items)));
    }

    private static String ofBlend(GroupRecommender blend, ResolvedQuery query, List<Item> items) {
        List<String> silent = query.members().stream()
                .filter(member -> !blend.counts(member))
                .map(Member::user)
                .filter(user -> !user.isEmpty())
                .toList();
        String left = items.isEmpty() ? NONE_LEFT : "";
        return silent.isEmpty()
                ? left
                : "The model cannot tell anything from the songs of %s: the list is made for the others. %s"
                        .formatted(String.join(", ", silent), left)
                        .strip();
    }

    private static Ranking popular(RankingSnapshot snapshot, ResolvedQuery query, Selection selection, String warning) {
        List<Item> items = choose(
                        snapshot,
                        query,
                        (n, open) -> snapshot.popular()
                                .recommend(query.members().get(0).history(), selection.narrowed(n, open)))
                .stream()
                .map(song -> new Item(song, null))
                .toList();
        return new Ranking(Strategy.POPULAR, null, items, warnings(query, items.isEmpty() ? NONE_LEFT : warning));
    }

    private static List<ScoredSong> choose(RankingSnapshot snapshot, ResolvedQuery query, ArtistCap.Source source) {
        int n = query.query().n();
        DiversityReranker variety = query.query().variety();
        List<ScoredSong> pool =
                ArtistCap.take(source, variety.pool(n), query.query().filter().maxPerArtist(), snapshot.songs());
        return variety.choose(pool, n, snapshot.songs(), snapshot.embeddings());
    }

    private static final String NONE_LEFT = "No song is left that may be recommended.";

    private static List<String> warnings(ResolvedQuery query, String warning) {
        return Stream.concat(query.warnings().stream(), Stream.of(warning))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String reasonForPopular(UserHistory history) {
        return history.isEmpty() && history.preferences().size() == 0
                ? "Nothing is known of this user: these are the songs that most people play."
                : "The model cannot tell anything from this user's songs: these are the songs that most people play.";
    }
}
