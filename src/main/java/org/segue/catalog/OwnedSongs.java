package org.segue.catalog;

import java.util.BitSet;

/**
 * Songs that somebody owns: those of a server that they sign in to. Immutable by agreement, safe for any thread.
 *
 * @param isKnown whether a library says so; if not, nothing is known and {@code songs} is empty
 * @param songs keys of songs
 */
public record OwnedSongs(boolean isKnown, BitSet songs) {

    /** Of somebody of whom no library is known. */
    public static final OwnedSongs UNKNOWN = new OwnedSongs(false, new BitSet());
}
