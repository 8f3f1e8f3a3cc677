package org.segue.people.listening;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import org.segue.listens.PlayLog;

/**
 * What is counted of a log for some days: one pass over it. Plain numbers that know no names; O(plays), four bytes for each song key
 * up to the largest of the log.
 *
 * <p>A <em>discovery</em> is a song whose first play of all is in these days, and not in the first month of the log: then everything
 * is new.
 */
final class PlayCounts {

    private static final int FIRST_MONTH_SECONDS = 31 * 24 * 60 * 60;

    private final int[] playsBySong;
    private final BitSet known = new BitSet();
    private BitSet knownBefore = new BitSet();
    private final BitSet discovered = new BitSet();
    private final int[] days;
    private int plays;
    private int discoveryPlays;

    private PlayCounts(int songs, int days) {
        playsBySong = new int[songs];
        this.days = new int[days];
    }

    /**
     * Counts the plays of some days.
     *
     * @param first the first day
     * @param end the day after the last
     * @param zone in which days begin
     */
    static PlayCounts of(PlayLog log, LocalDate first, LocalDate end, ZoneId zone) {
        DayRuler ruler = new DayRuler(zone);
        int largest = Arrays.stream(log.songs()).max().orElse(0);
        PlayCounts counts = new PlayCounts(largest + 1, Math.toIntExact(end.toEpochDay() - first.toEpochDay()));
        int begin = place(log, ruler.begin(first));
        int stop = place(log, ruler.begin(end));
        for (int k = 0; k < begin; k++) {
            counts.known.set(log.songs()[k]);
        }
        counts.knownBefore = (BitSet) counts.known.clone();
        long allNewUntil = log.size() == 0 ? 0 : log.times()[0] + FIRST_MONTH_SECONDS;
        for (int k = begin; k < stop; k++) {
            long day = ruler.dayOf(log.times()[k]) - first.toEpochDay();
            counts.add(log.songs()[k], (int) day, log.times()[k] >= allNewUntil);
        }
        return counts;
    }

    /** Number of plays before a time, which is the place of the first play at it or after it. */
    private static int place(PlayLog log, long epochSecond) {
        int place = Arrays.binarySearch(log.times(), epochSecond);
        if (place < 0) {
            return -place - 1;
        }
        while (place > 0 && log.times()[place - 1] == epochSecond) {
            place--;
        }
        return place;
    }

    private void add(int song, int day, boolean mayBeDiscovery) {
        boolean isNew = !known.get(song);
        known.set(song);
        if (isNew && mayBeDiscovery) {
            discovered.set(song);
        }
        playsBySong[song]++;
        days[day]++;
        plays++;
        if (discovered.get(song)) {
            discoveryPlays++;
        }
    }

    int plays() {
        return plays;
    }

    /** Number of songs that were discovered. */
    int discoveries() {
        return discovered.cardinality();
    }

    /** Number of plays of songs that were discovered in these days. */
    int discoveryPlays() {
        return discoveryPlays;
    }

    /** Plays by day, the first day first. */
    int[] days() {
        return days.clone();
    }

    int playsOf(int song) {
        return playsBySong[song];
    }

    /** Keys of the songs that were played, ascending. */
    int[] songs() {
        int[] songs = new int[playsBySong.length];
        int count = 0;
        for (int song = 0; song < playsBySong.length; song++) {
            if (playsBySong[song] > 0) {
                songs[count++] = song;
            }
        }
        return Arrays.copyOf(songs, count);
    }

    /** Keys of the songs that were played up to the end of these days, before them too. */
    BitSet known() {
        return known;
    }

    /** Keys of the songs that were played before these days. */
    BitSet knownBefore() {
        return knownBefore;
    }
}
