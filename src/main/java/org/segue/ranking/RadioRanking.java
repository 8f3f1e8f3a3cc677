package org.segue.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;

/**
 * The next songs of a radio: each is ranked as if those before it had just been heard, and is the best with probability ½, the second with ¼, and
 * so on among the best {@value #CANDIDATES}, as far as they score nearly as much. No recording comes twice, nor another version of a song that was given. For one answer and one
 * thread.
 */
final class RadioRanking {

    /** Enough for two radios from one song to differ, few enough for each of their songs to fit. */
    private static final int CANDIDATES = 5;

    /** None is chosen that scores less than this part of the best: it would lead elsewhere. */
    private static final float MIN_SCORE = 0.8f;

    /** The part of the songs that a scan reads, about. */
    private static final int SONGS_OF_A_SONG_READ = 8;

    private final RankingSnapshot snapshot;
    private final SongStats songs;
    private final ResolvedQuery query;
    private final Member member;
    private final long now;
    private final IntPredicate allowed;
    private final IntPredicate allowedAtLast;
    private boolean isAtLast;
    private final UntriedSeeds untriedSeeds;
    private final Set<Integer> recordings = new HashSet<>();
    private final Set<Integer> works = new HashSet<>();
    private final Map<Integer, Integer> ofArtist = new HashMap<>();
    private double halfLife = Double.POSITIVE_INFINITY;
    private RadioState state;

    private RadioRanking(RankingSnapshot snapshot, ResolvedQuery query, RadioState state, long now) {
        this.snapshot = snapshot;
        this.songs = snapshot.songs();
        this.query = query;
        this.member = query.tastes().get(0);
        this.state = state;
        this.now = now;
        this.allowed = query.allowed(snapshot, now).and(this::isOpen);
        this.allowedAtLast = query.allowed(snapshot, now, false).and(this::isOpen);
        this.untriedSeeds = UntriedSeeds.of(state.seeds(), snapshot.untried(), snapshot.factors());
        state.taken().forEach(this::close);
    }

    /** The next songs of a radio for one, fewer than are asked for if it ends. */
    static Ranking of(RankingSnapshot snapshot, ResolvedQuery query, RadioState state, long now) {
        RadioRanking radio = new RadioRanking(snapshot, query, state, now);
        FactorRecommender factors = snapshot.factors();
        if (factors == null) {
            return Ranking.popular(
                    snapshot, query, radio.allowed, RankingPhrase.NO_MODEL.with(), RankingPhrase.END_OF_RADIO.with());
        }
        UserHistory history = radio.history();
        return radio.embed(factors, history).isEmpty()
                ? Ranking.popular(
                        snapshot,
                        query,
                        radio.allowed,
                        Ranking.reasonForPopular(history),
                        RankingPhrase.END_OF_RADIO.with())
                : radio.play(factors);
    }

    /** About how many multiplications it takes. */
    static long cost(RankingSnapshot snapshot, ResolvedQuery query) {
        FactorRecommender factors = snapshot.factors();
        if (factors == null) {
            return 0;
        }
        long d = factors.model().dimension();
        long ofSong = factors.cost(query.tastes().get(0).history(), 1)
                + RadioState.RECENT * d * d / 2
                + factors.model().songs() * d / SONGS_OF_A_SONG_READ
                + query.query().reranker().cost(CANDIDATES, d);
        return query.query().n() * ofSong;
    }

    private Ranking play(FactorRecommender factors) {
        List<Ranking.Item> items = new ArrayList<>();
        for (int k = 0; k < query.query().n(); k++) {
            Optional<Ranking.Item> next = next(factors);
            if (next.isEmpty()) {
                break;
            }
            items.add(next.get());
            state = state.after(List.of(next.get().song().songId()));
            close(next.get().song().songId());
            songs.eachArtist(next.get().song().songId(), artist -> ofArtist.merge(artist, 1, Integer::sum));
        }
        return new Ranking(
                Strategy.FOLDED_IN,
                snapshot.version(),
                items,
                query.warningsAnd(
                        snapshot.warning(),
                        isAtLast ? RankingPhrase.HEARD_ALL.with() : null,
                        items.size() < query.query().n() ? RankingPhrase.END_OF_RADIO.with() : null),
                halfLife);
    }

    private Optional<Ranking.Item> next(FactorRecommender factors) {
        UserHistory history = history();
        Optional<UserEmbedding> found = embed(factors, history);
        halfLife = found.map(embedding -> Ranking.halfLife(snapshot, embedding.timing()))
                .orElse(halfLife);
        return found.flatMap(
                embedding -> best(factors, embedding).map(song -> item(factors, embedding, history, song)));
    }

    private Optional<UserEmbedding> embed(FactorRecommender factors, UserHistory history) {
        Timing timing = timing(history, factors);
        Optional<UserEmbedding> heard = factors.embed(history, timing);
        if (untriedSeeds.isEmpty()) {
            return heard;
        }
        return Optional.of(heard.map(untriedSeeds::with).orElseGet(() -> untriedSeeds.alone(timing)));
    }

    // Who lives alone has heard all there is.
    private Optional<ScoredSong> best(FactorRecommender factors, UserEmbedding embedding) {
        RecommendationQuery.Filter filter = query.query().filter();
        Optional<ScoredSong> unheard = isAtLast ? Optional.empty() : best(factors, embedding, allowed);
        if (unheard.isPresent() || !filter.excludeHeard() || !filter.further().heardAtLast()) {
            return unheard;
        }
        isAtLast = true;
        return best(factors, embedding, allowedAtLast);
    }

    private Optional<ScoredSong> best(FactorRecommender factors, UserEmbedding embedding, IntPredicate eligibleSongs) {
        OwnedFirst first = query.ownedFirst(snapshot);
        ArtistCap.Source ranking = query.mix(snapshot)
                .with(
                        (count, eligible) -> factors.top(embedding, count, eligible),
                        FactorRecommender.scores(embedding),
                        eligibleSongs);
        ArtistCap.Source ordered = first.of(ranking, query.last(snapshot));
        List<ScoredSong> best = query.query()
                .reranker()
                .rerank(CANDIDATES, n -> ArtistCap.take(ordered, n, 0, songs), songs, snapshot.embeddings());
        return best.isEmpty() ? Optional.empty() : Optional.of(first.plain(choice(best)));
    }

    private Ranking.Item item(
            FactorRecommender factors, UserEmbedding embedding, UserHistory history, ScoredSong song) {
        return new Ranking.Item(
                song,
                query.query().explain() ? explanation(factors, embedding, history, song) : null,
                snapshot.untried().contains(song.songId()));
    }

    private Explanation explanation(
            FactorRecommender factors, UserEmbedding embedding, UserHistory history, ScoredSong song) {
        Explanation own = factors.explain(embedding, history, List.of(song), Ranking.REASONS, snapshot.untried())
                .get(0);
        return untriedSeeds.isEmpty()
                ? own
                : untriedSeeds.explain(own, embedding(factors.model(), song.songId()), Ranking.REASONS);
    }

    private float[] embedding(FactorModel model, int songId) {
        float[] ofUntried = snapshot.untried().embedding(songId);
        return ofUntried == null ? model.embeddings().row(model.songIndexOf(songId)) : ofUntried;
    }

    private ScoredSong choice(List<ScoredSong> best) {
        long random = new SplittableRandom(state.randomSeed() + state.count()).nextLong();
        int place = Math.min(Long.numberOfTrailingZeros(random), best.size() - 1);
        ScoredSong chosen = best.get(place);
        return chosen.score() < MIN_SCORE * best.get(0).score() ? best.get(0) : chosen;
    }

    // To a model of ratings it would say nothing that a song was heard.
    private UserHistory history() {
        UserHistory history = member.history();
        if (snapshot.isExplicit()) {
            return history;
        }
        Map<Integer, Long> heardAt = state.heardAfter(history.latest(songId -> true));
        heardAt.keySet().removeAll(query.query().filter().influence());
        return history.withListens(heardAt);
    }

    private Timing timing(UserHistory history, FactorRecommender factors) {
        When asked = query.query().when();
        boolean isUnsaid = snapshot.isExplicit() || asked.kind() == When.Kind.BY_MODEL;
        When when = isUnsaid ? When.NOW : asked;
        return member.with(history).timing(when, factors.model().recency(), now);
    }

    private void close(int songId) {
        recordings.add(songs.recordingOf(songId));
        works.add(songs.workOf(songId));
    }

    private boolean isOpen(int songId) {
        int most = query.query().filter().maxPerArtist();
        boolean isVersion = !query.query().filter().further().versions() && works.contains(songs.workOf(songId));
        boolean isFull = most > 0 && songs.anyArtist(songId, artist -> ofArtist.getOrDefault(artist, 0) >= most);
        boolean isDisliked = member.history().preferences().weightOf(songId) < 0;
        return !isVersion && !isFull && !isDisliked && !recordings.contains(songs.recordingOf(songId));
    }
}
