package org.segue.ranking;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Named;
import org.segue.catalog.Song;
import org.segue.catalog.User;

/**
 * A question for songs.
 *
 * @param whom whom for
 * @param seeds songs to start from, beside what is known of these; among several users they count like one more
 * @param n how many songs, 1 to 500
 * @param mode new songs, or known ones again
 * @param filter which songs may be in the answer, and what it is made of
 * @param reranker how far it may stray from the plain ranking
 * @param explain whether reasons are wanted
 * @param when which listens count before others
 */
public record RecommendationQuery(
        Whom whom,
        List<Seed> seeds,
        int n,
        Mode mode,
        Filter filter,
        DiversityReranker reranker,
        boolean explain,
        When when) {

    /** Checks that a list for several is one of new songs. */
    public RecommendationQuery {
        if (whom.users().size() > 1 && mode != Mode.DISCOVER) {
            throw new IllegalArgumentException("illegal users: %s, not to rediscover".formatted(whom.users()));
        }
    }

    /** A question for users, or for nobody in particular. */
    public RecommendationQuery(
            List<Named<User>> users,
            List<Seed> seeds,
            int n,
            Mode mode,
            Filter filter,
            DiversityReranker reranker,
            boolean explain,
            When when) {
        this(Whom.of(users), seeds, n, mode, filter, reranker, explain, when);
    }

    /** A question that leaves to the model which listens count. */
    public RecommendationQuery(
            List<Named<User>> users,
            List<Seed> seeds,
            int n,
            Mode mode,
            Filter filter,
            DiversityReranker reranker,
            boolean explain) {
        this(users, seeds, n, mode, filter, reranker, explain, When.BY_MODEL);
    }

    /** Which songs are looked for. */
    public enum Mode {
        /** Songs for the user, heard ones only if the filter lets them in. */
        DISCOVER,
        /** Songs that the user has heard, but not for long, and does not dislike. */
        REDISCOVER,
        /** Of these the songs that the user loves or has played more than most; loved ones also if no listen of them is known. */
        REMEMBER
    }

    /**
     * A song to start from.
     *
     * @param song may be unknown
     * @param weight positive; 1 counts like a loved song
     */
    public record Seed(Named<Song> song, float weight) {}

    /**
     * Songs that are left out as a rule, and what is made of those that are owned.
     *
     * @param versions whether versions (live, remix, …) of songs that the user knows may be in the answer where those songs are left out
     * @param untried where songs come that the model has no embedding of
     * @param owned what is made of songs that the user, or any of the users, owns
     * @param heardAtLast whether a list without an end goes on with songs that the user knows once no other is left
     */
    public record Further(boolean versions, Untried untried, Owned owned, boolean heardAtLast) {

        /** The same, to which it is nothing what is owned. */
        public Further(boolean versions, Untried untried) {
            this(versions, untried, Owned.ANY);
        }

        /** One that ends when no song is left that the user does not know. */
        public Further(boolean versions, Untried untried, Owned owned) {
            this(versions, untried, owned, false);
        }

        /** Where songs come that the model has no embedding of: by their scores where owned ones take part. */
        Untried place() {
            return untried == Untried.NONE && owned.offersUntried() ? Untried.MIXED : untried;
        }
    }

    /**
     * Which songs may be in an answer.
     *
     * @param excludeHeard whether songs that the user, or any of the users, knows are left out
     * @param heardWithinDays leaves out songs heard so few days ago; 0 for none. Songs of which no time is known count as
     *     heard long ago
     * @param excludedSongs keys of songs that must not be in the answer
     * @param excludedArtists keys of artists whose songs must not be in the answer
     * @param influence keys of songs that the answer must not be made from
     * @param includedSongs the only songs that may be in the answer, null for all; may be unknown
     * @param further which songs may be in the answer that are left out as a rule
     * @param maxPerArtist the most songs of one artist; 0 for any number
     */
    public record Filter(
            boolean excludeHeard,
            int heardWithinDays,
            Set<Integer> excludedSongs,
            Set<Integer> excludedArtists,
            Set<Integer> influence,
            @Nullable List<Named<Song>> includedSongs,
            Further further,
            int maxPerArtist) {

        /** One without untried songs. */
        public Filter(
                boolean excludeHeard,
                int heardWithinDays,
                Set<Integer> excludedSongs,
                Set<Integer> excludedArtists,
                Set<Integer> influence,
                @Nullable List<Named<Song>> includedSongs,
                boolean includeVersions,
                int maxPerArtist) {
            this(
                    excludeHeard,
                    heardWithinDays,
                    excludedSongs,
                    excludedArtists,
                    influence,
                    includedSongs,
                    new Further(includeVersions, Untried.NONE),
                    maxPerArtist);
        }

        /** The same with another choice of what is left out as a rule. */
        public Filter with(Further other) {
            return new Filter(
                    excludeHeard,
                    heardWithinDays,
                    excludedSongs,
                    excludedArtists,
                    influence,
                    includedSongs,
                    other,
                    maxPerArtist);
        }

        /** Everything but what the user knows. */
        public static final Filter UNHEARD = new Filter(true, 0, Set.of(), Set.of(), Set.of(), null, false, 0);
    }

    /**
     * A radio from a song: songs that the users know may come as well.
     *
     * @param owned what is made of songs that are owned
     */
    public static RecommendationQuery radio(List<Named<User>> users, Song song, int n, Owned owned) {
        Filter all = new Filter(false, 0, Set.of(), Set.of(), Set.of(), null, false, 0)
                .with(new Further(false, Untried.NONE, owned));
        Seed seed = new Seed(new Named<>(song.publicId(), song), 1);
        return new RecommendationQuery(
                users, List.of(seed), n, Mode.DISCOVER, all, DiversityReranker.NONE, true, When.NOW);
    }

    /** The same question with other songs to start from. */
    RecommendationQuery withSeeds(List<Seed> others) {
        return new RecommendationQuery(whom, others, n, mode, filter, reranker, explain, when);
    }

    /** Users whom it is for; none if it is for nobody in particular, or for somebody whose history comes along. */
    public List<Named<User>> users() {
        return whom.users();
    }

    /** What the users are called in the question. */
    public List<String> userNames() {
        return users().stream().map(Named::name).toList();
    }

    /** The {@code n} best songs that the user has not heard, with reasons. */
    public static RecommendationQuery forUser(User user, int n) {
        return new RecommendationQuery(
                List.of(Named.of(user)), List.of(), n, Mode.DISCOVER, Filter.UNHEARD, DiversityReranker.NONE, true);
    }
}
