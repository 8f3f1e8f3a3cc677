package org.segue.ranking;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.OwnedSongs;
import org.segue.catalog.SongStats;

/**
 * The songs that somebody owns, as recordings: who has a file of one copy has the others. Made once for each state of the song table. Safe for
 * any thread.
 */
final class OwnedRecordings {

    private final OwnedSongs songs;
    private volatile @Nullable Made last;

    OwnedRecordings(OwnedSongs songs) {
        this.songs = songs;
    }

    private record Made(SongStats stats, BitSet recordings) {}

    /** Whether a library says so. */
    boolean isKnown() {
        return songs.isKnown();
    }

    /** The numbers of {@link SongStats#recordingOf}; not to be changed. */
    BitSet in(SongStats stats) {
        Made made = last;
        if (made == null || !made.stats().equals(stats)) {
            made = new Made(stats, recordings(stats));
            last = made;
        }
        return made.recordings();
    }

    private BitSet recordings(SongStats stats) {
        BitSet recordings = new BitSet();
        songs.songs().stream().map(stats::recordingOf).forEach(recordings::set);
        return recordings;
    }
}
