package org.segue.ranking;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongStats;

/** What is owned by those whom an answer is for. A song is owned if a copy of the same recording is. Immutable, safe for any thread. */
public final class Ownership {

    /** Nothing is known. */
    public static final Ownership UNKNOWN = new Ownership(SongStats.EMPTY, false, new BitSet(), new BitSet());

    private final SongStats songs;
    private final boolean isKnown;
    private final BitSet ofAny;
    private final BitSet ofAll;

    private Ownership(SongStats songs, boolean isKnown, BitSet ofAny, BitSet ofAll) {
        this.songs = songs;
        this.isKnown = isKnown;
        this.ofAny = ofAny;
        this.ofAll = ofAll;
    }

    /**
     * Of one or several together.
     *
     * @param each what each of them owns; those of whom nothing is known do not count
     */
    static Ownership of(List<OwnedRecordings> each, SongStats songs) {
        List<BitSet> known = each.stream()
                .filter(OwnedRecordings::isKnown)
                .map(owned -> owned.in(songs))
                .toList();
        if (known.isEmpty()) {
            return UNKNOWN;
        }
        if (known.size() == 1) {
            return new Ownership(songs, true, known.get(0), known.get(0));
        }
        BitSet any = new BitSet();
        BitSet all = (BitSet) known.get(0).clone();
        for (BitSet recordings : known) {
            any.or(recordings);
            all.and(recordings);
        }
        return new Ownership(songs, true, any, all);
    }

    /** Whether a library says what any of them owns. */
    public boolean isKnown() {
        return isKnown;
    }

    /** Whether any of them owns a song; null if nothing is known. */
    public @Nullable Boolean isOwned(int songId) {
        return isKnown ? Boolean.valueOf(isOfAny(songId)) : null;
    }

    /** Whether it is known that any of them owns a song. */
    boolean isOfAny(int songId) {
        return ofAny.get(songs.recordingOf(songId));
    }

    /** A song of each recording that any of them owns, by key, ascending. */
    IntStream recordings() {
        return ofAny.stream();
    }

    /** Which songs a choice lets into an answer: all of them where nothing is known. */
    public IntPredicate allowed(Owned owned) {
        return switch (isKnown ? owned : Owned.ANY) {
            case ONLY -> songId -> ofAll.get(songs.recordingOf(songId));
            case MISSING -> songId -> !isOfAny(songId);
            case PREFER, ANY -> songId -> true;
        };
    }

    /** The order that a choice makes of a ranking. */
    OwnedFirst first(Owned owned) {
        return new OwnedFirst(isKnown && owned == Owned.PREFER ? this::isOfAny : null);
    }
}
