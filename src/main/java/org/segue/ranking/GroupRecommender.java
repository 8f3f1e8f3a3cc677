package org.segue.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.SongEmbeddings;
import org.segue.ranking.linalg.Vectors;

/**
 * Ranks songs for a group of people.
 *
 * <p>Scores of different people do not compare: somebody with few songs has lower scores throughout. So each member's scores
 * are divided by the member's unit, the score of the best song that the member does not know. (Ranks or standard scores would
 * not be multiples of the score, so the contributions of songs would not add up.) With the shares ŝ_u = s_u / unit_u of m
 * members, a song scores
 *
 * <pre>
 * mean − w · (mean − least) = (1 − w)/m · Σ_u ŝ_u + w · min_u ŝ_u,   w = {@value #MISERY}
 * </pre>
 *
 * which is between the strategies "average" and "least misery" of Masthoff ("Group Recommender Systems: Combining Individual
 * Models", Recommender Systems Handbook, 2011). For each song that is a weighted sum of the members' scores, and so one of
 * what their songs contribute.
 *
 * <p>Exact: every song of the model is scored for every member, once, m · songs · d multiplications, and one number a song is
 * kept: too long for an event loop. Immutable, safe for any thread; lives as long as one answer.
 */
final class GroupRecommender {

    /** How much of the distance between mean and least counts. Chosen by hand, not measured. */
    static final double MISERY = 0.5;

    /**
     * A unit is at least this part of the member's best score of all, songs known included: to someone who knows nearly every
     * song, what is left may score almost nothing, and its noise must not decide for all.
     */
    private static final double MIN_UNIT = 0.1;

    private final FactorRecommender factors;
    private final List<Part> parts;
    private final float[] scores;

    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
    private record Part(Member taste, UserEmbedding embedding, double unit, float[] direction) {

        static Part of(Member taste, UserEmbedding embedding, double unit) {
            float[] direction = new float[embedding.values().length];
            for (int k = 0; k < direction.length; k++) {
                direction[k] = (float) (embedding.values()[k] / unit);
            }
            return new Part(taste, embedding, unit, direction);
        }

        float share(int songIndex, SongEmbeddings.Reader song) {
            float share = Vectors.fastDot(direction, song.values(), song.from());
            NeighborScores neighbors = embedding.neighbors();
            return neighbors.isEmpty() ? share : (float) (share + neighbors.of(songIndex) / unit);
        }

        float share(float[] embeddings, int from) {
            return Vectors.fastDot(direction, embeddings, from);
        }
    }

    /**
     * Scores all songs.
     *
     * @param tastes whom it is for, and what it is to be made from; those of whom the model can tell nothing do not count
     * @param timing how an answer looks at the time of each
     * @param offered which songs, by database key, can be the one that a member would be told first
     */
    GroupRecommender(
            FactorRecommender factors, List<Member> tastes, Function<Member, Timing> timing, IntPredicate offered) {
        this.factors = factors;
        this.parts = new ArrayList<>();
        for (Member taste : tastes) {
            Optional<UserEmbedding> embedding = factors.embed(taste.history(), timing.apply(taste));
            embedding.ifPresent(found -> parts.add(Part.of(taste, found, unit(found, taste.history(), offered))));
        }
        this.scores = parts.isEmpty() ? new float[0] : scores();
    }

    /** As if a session of each went on. */
    GroupRecommender(FactorRecommender factors, List<Member> tastes, IntPredicate offered) {
        this(factors, tastes, member -> factors.timing(false), offered);
    }

    /** Whether the model can tell something of anybody. */
    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether somebody's songs count. */
    boolean counts(Member member) {
        return parts.stream().anyMatch(part -> part.taste().user().equals(member.user()));
    }

    /** Folded in if anybody is. */
    Strategy strategy() {
        return parts.stream().allMatch(part -> part.embedding().strategy() == Strategy.TRAINED)
                ? Strategy.TRAINED
                : Strategy.FOLDED_IN;
    }

    /** The best of those songs that are eligible, best first, the smaller key first where scores are equal. */
    List<ScoredSong> top(int n, IntPredicate eligible) {
        FactorModel model = factors.model();
        TopN top = new TopN(Math.min(n, scores.length));
        for (int i = 0; i < scores.length; i++) {
            int songId = model.songIds()[i];
            if (top.admits(songId, scores[i]) && eligible.test(songId)) {
                top.offer(songId, scores[i]);
            }
        }
        return top.drain();
    }

    /**
     * Explains songs: who has what song that speaks for each.
     *
     * @param songs of this ranking
     * @param count the most songs to list for each, not negative
     */
    List<Explanation> explain(List<ScoredSong> songs, int count) {
        return explain(songs, count, UntriedSongs.NOTHING);
    }

    /** The same of untried songs too. */
    List<Explanation> explain(List<ScoredSong> songs, int count, UntriedSongs untried) {
        int[] songIds = songs.stream().mapToInt(ScoredSong::songId).toArray();
        List<List<Explanation>> own = parts.stream()
                .map(part -> factors.explain(part.embedding(), part.taste().history(), songs, count, untried))
                .toList();
        return IntStream.range(0, songIds.length)
                .mapToObj(i -> explain(
                        songIds[i], own.stream().map(each -> each.get(i)).toList(), count, untried))
                .toList();
    }

    private Explanation explain(int songId, List<Explanation> own, int count, UntriedSongs untried) {
        float[] shares = new float[parts.size()];
        float[] ofUntried = untried.embedding(songId);
        FactorModel model = factors.model();
        int least = ofUntried == null
                ? shares(model.songIndexOf(songId), model.embeddings().reader(), shares)
                : shares(ofUntried, 0, shares);
        List<Explanation.Contribution> contributions = new ArrayList<>();
        double total = 0;
        for (int u = 0; u < shares.length; u++) {
            Part part = parts.get(u);
            double weight = ((1 - MISERY) / shares.length + (u == least ? MISERY : 0)) / part.unit();
            own.get(u)
                    .strongest()
                    .forEach(reason -> contributions.add(new Explanation.Contribution(
                            reason.songId(),
                            (float) (weight * reason.value()),
                            part.taste().user(),
                            (float) (weight * reason.neighbor()))));
            total += weight * own.get(u).total();
        }
        contributions.sort(Comparator.comparingDouble(Explanation.Contribution::value)
                .reversed()
                .thenComparingInt(Explanation.Contribution::songId));
        return new Explanation(
                songId, List.copyOf(contributions.subList(0, Math.min(count, contributions.size()))), (float) total);
    }

    private float[] scores() {
        float[] blended = new float[factors.model().songs()];
        float[] shares = new float[parts.size()];
        SongEmbeddings.Reader songs = factors.model().embeddings().reader();
        for (int i = 0; i < blended.length; i++) {
            blended[i] = blend(shares, shares(i, songs, shares));
        }
        return blended;
    }

    private static float blend(float[] shares, int least) {
        double sum = 0;
        for (float share : shares) {
            sum += share;
        }
        return (float) ((1 - MISERY) / shares.length * sum + MISERY * shares[least]);
    }

    /** What the group gives to an embedding that is none of the model's. */
    float score(float[] embeddings, int from) {
        float[] shares = new float[parts.size()];
        return blend(shares, shares(embeddings, from, shares));
    }

    private int shares(float[] embeddings, int from, float[] shares) {
        int least = 0;
        for (int u = 0; u < shares.length; u++) {
            shares[u] = parts.get(u).share(embeddings, from);
            least = shares[u] < shares[least] ? u : least;
        }
        return least;
    }

    // Writes every member's share of a song's score and returns the index of the smallest.
    private int shares(int songIndex, SongEmbeddings.Reader songs, float[] shares) {
        songs.moveTo(songIndex);
        int least = 0;
        for (int u = 0; u < shares.length; u++) {
            shares[u] = parts.get(u).share(songIndex, songs);
            if (shares[u] < shares[least]) {
                least = u;
            }
        }
        return least;
    }

    private double unit(UserEmbedding embedding, UserHistory history, IntPredicate offered) {
        double unknown = best(embedding, songId -> !history.isKnown(songId) && offered.test(songId));
        double any = best(embedding, offered);
        double unit = Math.max(unknown, MIN_UNIT * any);
        // Who likes nothing has no best song: then the length of the embedding.
        return unit > 0 ? unit : Vectors.norm(embedding.values());
    }

    private double best(UserEmbedding embedding, IntPredicate eligible) {
        return factors.top(embedding, 1, eligible).stream()
                .mapToDouble(ScoredSong::score)
                .findFirst()
                .orElse(0);
    }
}
