package org.segue.ranking;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far a radio is. Immutable by agreement: the arrays are shared, nobody writes to them.
 *
 * @param seeds what it starts from: weights by database key of the song; none if it starts from the moment
 * @param randomSeed of its random choices
 * @param count how many songs it has given
 * @param recent keys of the songs given last, {@value #RECENT} at most, in their order
 * @param before keys of the songs given before those, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
record RadioState(Map<Integer, Float> seeds, long randomSeed, int count, int[] recent, int[] before) {

    /** So many songs count as heard one after the other; those before have aged away. */
    static final int RECENT = 200;

    /** So much later than the one before it a song counts as heard: about the length of a song. */
    private static final int SECONDS_OF_A_SONG = 240;

    /** One that has given nothing yet. */
    static RadioState start(Map<Integer, Float> seeds, long randomSeed) {
        return new RadioState(seeds, randomSeed, 0, new int[0], new int[0]);
    }

    /** The same after further songs. */
    RadioState after(List<Integer> songIds) {
        int[] all = IntStream.concat(Arrays.stream(recent), songIds.stream().mapToInt(Integer::intValue))
                .toArray();
        int kept = Math.max(0, all.length - RECENT);
        int[] older = IntStream.concat(Arrays.stream(before), Arrays.stream(all, 0, kept))
                .sorted()
                .toArray();
        return new RadioState(
                seeds, randomSeed, count + songIds.size(), Arrays.copyOfRange(all, kept, all.length), older);
    }

    /** Keys of the songs that were given, and of those that it starts from. */
    IntStream taken() {
        IntStream given = IntStream.concat(Arrays.stream(before), Arrays.stream(recent));
        return IntStream.concat(seeds.keySet().stream().mapToInt(Integer::intValue), given);
    }

    /**
     * When the recent songs count as heard: one after the other, after everything else.
     *
     * @param latest epoch seconds of the listener's latest listen, 0 if there is none
     */
    Map<Integer, Long> heardAfter(long latest) {
        Map<Integer, Long> heardAt = new LinkedHashMap<>();
        for (int songId : recent) {
            heardAt.put(songId, latest + (heardAt.size() + 1L) * SECONDS_OF_A_SONG);
        }
        return heardAt;
    }
}
