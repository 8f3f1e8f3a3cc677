package org.segue.imports.staging;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.segue.imports.ImportOptions.Background;
import org.segue.imports.ImportOptions.Worth;
import org.segue.imports.ImportPhrase;
import org.segue.imports.staging.ListenRuns.Wanted;
import org.segue.text.Sentence;

/**
 * Chooses of a public dump what teaches something: listeners with enough different songs but no robots, as many of them as wanted by
 * the smallest hashes of their names; of each the newest plays; and of these, the songs that several have. People of the household
 * are taken whole. Three readings of the sorted listens; memory for a few numbers a user and a song. For one thread.
 */
final class WorthTaking {

    private static final long DAY = 86_400;

    private final Background background;
    private final Worth worth;
    private final long[] hashes;
    private final BitSet household = new BitSet();
    private final BitSet chosen = new BitSet();
    private final long[] plays;
    private final int[] listeners;
    private int users;
    private int eligible;

    /**
     * Nobody chosen yet.
     *
     * @param background how many users are wanted, and where the choice starts
     * @param worth which of its users and songs are worth taking
     * @param users the highest number of a user
     * @param songs the highest number of a song
     */
    WorthTaking(Background background, Worth worth, int users, int songs) {
        this.background = background;
        this.worth = worth;
        this.hashes = new long[users + 1];
        this.plays = new long[users + 1];
        this.listeners = new int[songs + 1];
    }

    /** Takes a user by number and name, and whether it is somebody of the household. */
    void user(int number, String name, boolean isHousehold) {
        hashes[number] = UserSampler.hash(name, background.seed());
        household.set(number, isHousehold);
        users++;
    }

    /** Chooses users by their listens, and counts the listeners of the songs among these. */
    void choose(ListenRuns listens) throws IOException {
        Integer maxUsers = background.maxUsers();
        Habits habits = new Habits();
        listens.forEachNumber(habits::add);
        habits.end();
        eligible = chosen.cardinality();
        if (maxUsers != null && eligible > maxUsers) {
            int[] others = chosen.stream()
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer user) -> hashes[user]))
                    .skip(maxUsers)
                    .mapToInt(Integer::intValue)
                    .toArray();
            Arrays.stream(others).forEach(chosen::clear);
        }
        chosen.or(household);
        countListeners(listens);
    }

    private void countListeners(ListenRuns listens) throws IOException {
        int[] last = new int[listeners.length];
        Newest newest = new Newest();
        listens.forEachNumber((user, listenedAt, song) -> {
            if (newest.has(user) && last[song] != user) {
                last[song] = user;
                listeners[song]++;
            }
        });
    }

    /** The listens that are worth taking. */
    ListenRuns wanted(ListenRuns listens) throws IOException {
        Newest newest = new Newest();
        BitSet left = new BitSet();
        Wanted wanted = (user, listenedAt, song) -> {
            boolean isWanted = newest.has(user) && (household.get(user) || listeners[song] >= worth.fewestListeners());
            if (isWanted) {
                left.set(user);
            }
            return isWanted;
        };
        ListenRuns kept = listens.only(wanted);
        chosen.and(left);
        return kept;
    }

    /** Whether a user is chosen. */
    boolean isChosen(int user) {
        return chosen.get(user);
    }

    /** What came of it, in a sentence. */
    Sentence sentence() {
        return ImportPhrase.TAKEN.with(
                chosen.cardinality(), users, eligible, worth.fewestSongs(), worth.mostSongs(), worth.mostPlaysADay());
    }

    /** Looks at the listens of one user after the other, and chooses those who are worth it. */
    private final class Habits {
        private int user;
        private long day;
        private long today;
        private long busiest;
        private int[] songs = new int[1024];
        private int count;

        void add(int ofUser, long listenedAt, int song) {
            if (ofUser != user) {
                end();
                user = ofUser;
                day = Long.MIN_VALUE;
                busiest = 0;
                count = 0;
            }
            today = listenedAt / DAY == day ? today + 1 : 1;
            day = listenedAt / DAY;
            busiest = Math.max(busiest, today);
            songs = count < songs.length ? songs : Arrays.copyOf(songs, 2 * count);
            songs[count++] = song;
        }

        void end() {
            plays[user] = count;
            if (count >= worth.fewestSongs() && busiest < worth.mostPlaysADay() && !household.get(user)) {
                long different = IntStream.of(songs)
                        .limit(count)
                        .distinct()
                        .limit(worth.mostSongs() + 1L)
                        .count();
                chosen.set(user, different >= worth.fewestSongs() && different <= worth.mostSongs());
            }
        }
    }

    /** Tells in one reading which listens of the chosen are among their newest. */
    private final class Newest {
        private int user;
        private long seen;

        boolean has(int ofUser) {
            seen = ofUser == user ? seen + 1 : 1;
            user = ofUser;
            return chosen.get(user) && (household.get(user) || seen > plays[user] - worth.newestPlays());
        }
    }
}
