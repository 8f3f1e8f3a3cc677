package org.segue.catalog;

import java.util.BitSet;

/**
 * What the demo alone has brought: invented songs, and the made-up listeners whom they are for. Immutable by agreement, safe for any
 * thread.
 *
 * @param songs by key
 * @param listeners by key
 */
public record DemoContent(BitSet songs, BitSet listeners) {

    /** There is no demo, or not any more. */
    public static final DemoContent NONE = new DemoContent(new BitSet(), new BitSet());

    /** Whether a song is one of the demo's. */
    public boolean isSong(int songId) {
        return songId > 0 && songs.get(songId);
    }

    /** Whether a user is one of its made-up listeners. */
    public boolean isListener(int userId) {
        return userId > 0 && listeners.get(userId);
    }

    /** Whether there is anything of it. */
    public boolean isEmpty() {
        return songs.isEmpty() && listeners.isEmpty();
    }
}
