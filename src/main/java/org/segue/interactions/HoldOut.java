package org.segue.interactions;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A split of interactions into a training part and songs held out to test on. Listens are split: matrices, sessions and what else is made of
 * the training part see nothing of what comes after.
 *
 * <p>Users who do not qualify are trained on whole. A held-out song that no user of the training part has heard could not be
 * recommended by anyone and is dropped; a user without any other is then not tested on.
 *
 * <p>Which songs a user loses depends on the seed, the user's key and the user's songs alone: adding or leaving out other
 * users changes nothing.
 *
 * @param training what may be learned from: all users, and the songs that still occur
 * @param tests the users to test on, by ascending key, each with the held-out songs
 * @param droppedInteractions number of interactions that are in neither part
 * @param order how the songs held out were chosen
 */
public record HoldOut(InteractionMatrix training, List<UserHistory> tests, int droppedInteractions, Order order) {

    /** Which songs of a user are held out. */
    public enum Order {
        /** Of users with at least {@value #MIN_SONGS} songs {@code max(1, ⌊0.2 n⌋)}, any. */
        RANDOM,
        /**
         * As many, those first heard last (the larger key where the second is the same): the user's listens end before the first of
         * them. Songs without a time come before all others, in random order.
         */
        TIME,
        /**
         * The new songs of the last session of users with at least {@value #MIN_SONGS} songs, of which {@value #MIN_SONGS_BEFORE} were
         * heard before it: their listens end before it.
         */
        SESSION;

        /** {@link #TIME} where a time is known of at least half the interactions, else {@link #RANDOM}. */
        public static Order usual(InteractionMatrix interactions) {
            return interactions.isDated() ? TIME : RANDOM;
        }
    }

    /** Users with fewer songs are not tested on. */
    public static final int MIN_SONGS = 5;

    /** Users who heard fewer songs before their last session are not tested on it. */
    static final int MIN_SONGS_BEFORE = 4;

    /** The part of a user's songs that is held out. */
    public static final double FRACTION = 0.2;

    /** Takes the list as it is at this moment. */
    public HoldOut {
        tests = List.copyOf(tests);
    }

    /**
     * Holds out the latest songs if a time is known of at least half the interactions, else random ones.
     *
     * @param interactions all there is
     * @param seed where random choices start
     */
    public static HoldOut of(InteractionMatrix interactions, long seed) {
        return of(interactions, Order.usual(interactions), seed);
    }

    /**
     * Holds out songs at random.
     *
     * @param interactions all there is
     * @param seed where the random choice starts
     */
    public static HoldOut random(InteractionMatrix interactions, long seed) {
        return of(interactions, Order.RANDOM, seed);
    }

    /**
     * Holds out songs.
     *
     * @param interactions all there is
     * @param order which songs
     * @param seed where random choices start
     */
    public static HoldOut of(InteractionMatrix interactions, Order order, long seed) {
        return of(interactions, order, seed, userId -> true);
    }

    /**
     * Holds songs of some users out; the others are trained on whole.
     *
     * @param interactions all there is
     * @param order which songs
     * @param seed where random choices start
     * @param tested whose songs, by the user's key
     */
    public static HoldOut of(InteractionMatrix interactions, Order order, long seed, IntPredicate tested) {
        ListenSplit split = new ListenSplit(interactions);
        qualified(interactions)
                .filter(row -> tested.test(interactions.userIds()[row]))
                .forEach(row -> split.user(row, order, seed));
        return of(interactions, split, order);
    }

    /**
     * Leaves some users their first songs, and holds out those that they came to next; what came later is in neither part. The
     * others are trained on whole.
     *
     * @param interactions all there is
     * @param order in what order users came to their songs: {@link Order#TIME}, else any
     * @param seed where random choices start
     * @param tested whose songs, by the user's key; each has as many songs as are left and held out
     * @param known how many songs are left
     * @param next how many are held out
     */
    public static HoldOut afterFirst(
            InteractionMatrix interactions, Order order, long seed, IntPredicate tested, int known, int next) {
        ListenSplit split = new ListenSplit(interactions);
        IntStream.range(0, interactions.users())
                .filter(row -> tested.test(interactions.userIds()[row]))
                .forEach(row -> split.keepFirst(row, order, seed, known, next));
        return of(interactions, split, order);
    }

    /**
     * Holds the new songs of each user's last session out, then those of the session before it, and so on: a few users are tested on each of
     * them. Users who do not have so many sessions are trained on whole.
     *
     * @param interactions all there is
     * @param most how many sessions of each user
     * @return splits with anyone to test on
     */
    public static List<HoldOut> lastSessions(InteractionMatrix interactions, int most) {
        return IntStream.range(0, most)
                .mapToObj(back -> {
                    ListenSplit split = new ListenSplit(interactions);
                    qualified(interactions).forEach(row -> split.cutSession(row, back));
                    return of(interactions, split, Order.SESSION);
                })
                .filter(holdOut -> !holdOut.tests.isEmpty())
                .toList();
    }

    /** What comes before all that {@link #lastSessions} holds out. */
    public static InteractionMatrix beforeLastSessions(InteractionMatrix interactions, int most) {
        ListenSplit split = new ListenSplit(interactions);
        qualified(interactions).forEach(row -> {
            int back = most - 1;
            while (back >= 0 && !split.cutSession(row, back)) {
                back--;
            }
        });
        return split.training();
    }

    private static IntStream qualified(InteractionMatrix interactions) {
        return IntStream.range(0, interactions.users()).filter(row -> interactions.rowLength(row) >= MIN_SONGS);
    }

    private static HoldOut of(InteractionMatrix interactions, ListenSplit split, Order order) {
        InteractionMatrix training = split.training();
        List<UserHistory> tests = split.tests(training);
        int tested = tests.stream().mapToInt(UserHistory::size).sum();
        int dropped = interactions.interactions() - training.interactions() - tested;
        return new HoldOut(training, tests, dropped, order);
    }
}
