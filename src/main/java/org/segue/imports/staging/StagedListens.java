package org.segue.imports.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.segue.imports.ImportProgress;
import org.segue.listens.Listen;
import org.segue.listens.PlaysOfFiles;

/** Hands on listens as they are read: decided what was in doubt, those that are one play as one, in portions. For one thread. */
final class StagedListens implements ListenRuns.Visitor {

    /** Listens that are handed on at once: 2 MB. */
    private static final int PORTION = 50_000;

    private final int[] lengths;
    private final ImportProgress progress;
    private final Consumer<List<Listen>> consumer;
    private final List<Listen> portion = new ArrayList<>();
    private final SameListens same;
    private long repeated;

    /**
     * Nothing taken yet.
     *
     * @param formats how many formats tell of listens
     * @param lengths of songs by key, in milliseconds; 0, or no place, where none is known
     */
    StagedListens(
            int formats, PlaysOfFiles plays, int[] lengths, ImportProgress progress, Consumer<List<Listen>> consumer) {
        this.lengths = lengths;
        this.progress = progress;
        this.consumer = consumer;
        this.same = new SameListens(formats, plays, portion::add);
    }

    /**
     * Lengths of songs by key: what the files tell, by number, comes before what was known. Changes what was known.
     *
     * @param known may be empty: then nobody asks for lengths
     */
    static int[] lengthsByKey(int[] keys, int[] told, int[] known) {
        for (int number = 1; number < keys.length; number++) {
            if (keys[number] < known.length && told[number] > 0) {
                known[keys[number]] = 0;
            }
        }
        for (int number = 1; number < keys.length; number++) {
            if (keys[number] < known.length) {
                known[keys[number]] = Math.max(known[keys[number]], told[number]);
            }
        }
        return known;
    }

    @Override
    public void listen(Listen told, int format, int brokenOffAfterMs) {
        same.add(isSkip(told, brokenOffAfterMs) ? told.skipped() : told, format);
        repeated++;
        if (portion.size() >= PORTION) {
            repeated -= portion.size();
            progress.endIfCancelled();
            consumer.accept(portion);
            portion.clear();
        }
    }

    private boolean isSkip(Listen told, int brokenOffAfterMs) {
        boolean isSkip = isSkip(brokenOffAfterMs, told.songId(), lengths);
        if (isSkip) {
            progress.skipped(StagingRepository.SKIP);
        }
        return isSkip;
    }

    /** Whether a play was broken off in the first half of a song. */
    static boolean isSkip(int brokenOffAfterMs, int song, int[] lengths) {
        return brokenOffAfterMs > 0 && song < lengths.length && 2L * brokenOffAfterMs < lengths[song];
    }

    /** There are no more; answers how many were the same as others. */
    long end() {
        same.end();
        consumer.accept(portion);
        return repeated - portion.size();
    }
}
