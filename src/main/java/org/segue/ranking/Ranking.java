package org.segue.ranking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.text.Sentence;

/**
 * Ranked songs by their keys, before the answer is put into words.
 *
 * @param strategy how it came about
 * @param version of the model behind it, null if there was none
 * @param items best first
 * @param warnings sentences about what a reader would not expect
 * @param halfLife seconds after which a song of the user counted half, infinite where all counted alike
 * @param rediscover known songs to name beside the answer
 */
record Ranking(
        Strategy strategy,
        @Nullable String version,
        List<Item> items,
        List<Sentence> warnings,
        double halfLife,
        List<Item> rediscover) {

    /** So many of the user's songs are named as reasons. */
    static final int REASONS = 3;

    /**
     * One song of it.
     *
     * @param song key and score
     * @param explanation where the score comes from, null if nobody asked or nothing can be said
     * @param isUntried whether it stands for its album or artist
     * @param why it is there, null where its score says that
     */
    record Item(
            ScoredSong song, @Nullable Explanation explanation, boolean isUntried, RecommendedSong.@Nullable Why why) {

        /** One whose score says why it is there. */
        Item(ScoredSong song, @Nullable Explanation explanation, boolean isUntried) {
            this(song, explanation, isUntried, null);
        }
    }

    /** One with nothing beside it. */
    Ranking(Strategy strategy, @Nullable String version, List<Item> items, List<Sentence> warnings, double halfLife) {
        this(strategy, version, items, warnings, halfLife, List.of());
    }

    /**
     * Ranks by the model if it can say something of the user, or of any of the users, else by popularity.
     *
     * @param now epoch seconds
     */
    static Ranking of(RankingSnapshot snapshot, ResolvedQuery query, long now) {
        IntPredicate allowed = query.allowed(snapshot, now);
        TooLittleKnown tooLittle = new TooLittleKnown(snapshot, query);
        if (tooLittle.applies()) {
            return tooLittle.answer(allowed, now);
        }
        FactorRecommender factors = snapshot.factors();
        if (factors == null) {
            return popular(snapshot, query, allowed, RankingPhrase.NO_MODEL.with(), null);
        }
        When when = snapshot.isExplicit() ? When.BY_MODEL : query.query().when();
        Function<Member, Timing> timing =
                member -> member.timing(when, factors.model().recency(), now);
        return query.isGroup()
                ? forGroup(snapshot, factors, query, timing, allowed)
                : forOne(snapshot, factors, query, timing, allowed);
    }

    private static Ranking forOne(
            RankingSnapshot snapshot,
            FactorRecommender factors,
            ResolvedQuery query,
            Function<Member, Timing> timing,
            IntPredicate allowed) {
        UserHistory taste = query.tastes().get(0).history();
        Optional<UserEmbedding> found =
                factors.embed(taste, timing.apply(query.tastes().get(0)));
        if (found.isEmpty()) {
            return popular(snapshot, query, allowed, reasonForPopular(taste), null);
        }
        UserEmbedding embedding = found.get();
        List<ScoredSong> songs = choose(
                snapshot,
                query,
                query.mix(snapshot)
                        .with(
                                (n, eligible) -> factors.top(embedding, n, eligible),
                                FactorRecommender.scores(embedding),
                                allowed));
        List<Explanation> explanations = query.query().explain()
                ? factors.explain(embedding, taste, songs, REASONS, snapshot.untried())
                : List.of();
        List<Item> items = items(snapshot, songs, explanations);
        return new Ranking(
                embedding.strategy(),
                snapshot.version(),
                items,
                warnings(snapshot, query, items),
                halfLife(snapshot, embedding.timing()));
    }

    private static Ranking forGroup(
            RankingSnapshot snapshot,
            FactorRecommender factors,
            ResolvedQuery query,
            Function<Member, Timing> timing,
            IntPredicate allowed) {
        Set<Integer> influence = query.query().filter().influence();
        GroupRecommender group = new GroupRecommender(
                factors,
                query.tastes(),
                timing,
                songId -> snapshot.songs().isOffered(songId) && !influence.contains(songId));
        if (group.isEmpty()) {
            return popular(snapshot, query, allowed, RankingPhrase.USERS_NOT_IN_MODEL.with(), null);
        }
        List<ScoredSong> songs = choose(snapshot, query, query.mix(snapshot).with(group::top, group::score, allowed));
        List<Explanation> explanations =
                query.query().explain() ? group.explain(songs, REASONS, snapshot.untried()) : List.of();
        List<Item> items = items(snapshot, songs, explanations);
        return new Ranking(
                group.strategy(),
                snapshot.version(),
                items,
                query.warningsAnd(
                        snapshot.warning(),
                        silent(group, query),
                        items.isEmpty() ? RankingPhrase.NONE_LEFT.with() : null),
                halfLife(snapshot, timing.apply(query.tastes().get(0))));
    }

    private static List<Sentence> warnings(RankingSnapshot snapshot, ResolvedQuery query, List<Item> items) {
        return items.isEmpty()
                ? query.warningsAnd(snapshot.warning(), RankingPhrase.NONE_LEFT.with(), aboutDemo(snapshot, query))
                : query.warningsAnd(snapshot.warning());
    }

    /** Why songs of the demo are in no answer for somebody real; null if there are none. */
    static @Nullable Sentence aboutDemo(RankingSnapshot snapshot, ResolvedQuery query) {
        return DemoRule.isForSomebodyReal(query.members(), snapshot.songs()) ? RankingPhrase.DEMO_LEFT.with() : null;
    }

    /** After how many seconds a song counts half; never to a model of ratings, to which time is nothing. */
    static double halfLife(RankingSnapshot snapshot, Timing timing) {
        return snapshot.isExplicit() ? Double.POSITIVE_INFINITY : timing.songs().halfLife();
    }

    private static List<Item> items(RankingSnapshot snapshot, List<ScoredSong> songs, List<Explanation> explanations) {
        return IntStream.range(0, songs.size())
                .mapToObj(i -> new Item(
                        songs.get(i),
                        explanations.isEmpty() ? null : explanations.get(i),
                        snapshot.untried().contains(songs.get(i).songId())))
                .toList();
    }

    private static @Nullable Sentence silent(GroupRecommender group, ResolvedQuery query) {
        List<String> silent = query.members().stream()
                .filter(member -> !group.counts(member))
                .map(Member::user)
                .filter(user -> !user.isEmpty())
                .toList();
        return silent.isEmpty() ? null : RankingPhrase.SILENT.with(String.join(", ", silent));
    }

    /**
     * What most people play.
     *
     * @param warning why it is that
     * @param end what to say of a list with fewer songs than were asked for; null if only of one without any
     */
    static Ranking popular(
            RankingSnapshot snapshot,
            ResolvedQuery query,
            IntPredicate allowed,
            Sentence warning,
            @Nullable Sentence end) {
        ArtistCap.Source popular = new PopularSongs(snapshot, query).asked();
        List<Item> items =
                choose(snapshot, query, query.mix(snapshot).with(popular, (rows, from) -> Float.NaN, allowed)).stream()
                        .map(song -> new Item(song, null, !snapshot.songs().isHeard(song.songId())))
                        .toList();
        return new Ranking(
                Strategy.POPULAR,
                null,
                items,
                items.isEmpty() && end == null
                        ? query.warningsAnd(RankingPhrase.NONE_LEFT.with(), aboutDemo(snapshot, query))
                        : query.warningsAnd(
                                warning, items.size() < query.query().n() ? end : null),
                Double.POSITIVE_INFINITY);
    }

    /** The songs of a ranking by scores that come into the answer. */
    static List<ScoredSong> choose(RankingSnapshot snapshot, ResolvedQuery query, ArtistCap.Source source) {
        OwnedFirst first = query.ownedFirst(snapshot);
        return first.plain(chooseInOrder(snapshot, query, first.of(source, query.last(snapshot))));
    }

    /** The songs of an order that come into the answer. */
    static List<ScoredSong> chooseInOrder(RankingSnapshot snapshot, ResolvedQuery query, ArtistCap.Source source) {
        SongStats songs = snapshot.songs();
        int maxPerArtist = query.query().filter().maxPerArtist();
        return query.query()
                .reranker()
                .rerank(
                        query.query().n(),
                        n -> ArtistCap.take(source, n, maxPerArtist, songs),
                        songs,
                        snapshot.embeddings());
    }

    /** Why nothing better can be said to somebody. */
    static Sentence reasonForPopular(UserHistory history) {
        return history.isEmpty() && history.preferences().size() == 0
                ? RankingPhrase.NO_DATA.with()
                : RankingPhrase.NOT_IN_MODEL.with();
    }

    /** Keys of all songs that its words need. */
    Set<Integer> songIds() {
        Set<Integer> ids = new LinkedHashSet<>();
        rediscover.forEach(item -> ids.add(item.song().songId()));
        for (Item item : items) {
            ids.add(item.song().songId());
            if (item.explanation() != null) {
                item.explanation().strongest().forEach(reason -> ids.add(reason.songId()));
            }
        }
        return ids;
    }

    /**
     * Puts it into words; songs that are gone meanwhile are left out.
     *
     * @param query as it was asked
     * @param songs by key
     * @param owned what those own whom it is for
     */
    Recommendation inWords(RecommendationQuery query, Map<Integer, Song> songs, Ownership owned) {
        return new RankingWords(songs, owned).of(this, query);
    }
}
