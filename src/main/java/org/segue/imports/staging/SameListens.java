package org.segue.imports.staging;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.listens.Listen;
import org.segue.listens.SameListen;

/**
 * Finds, among the listens of one import, those that files of several formats tell of the same play. Takes them in the order of
 * user, song, whether skipped, and time. One format's two listens are never one: it knows what it tells apart. For one thread.
 */
final class SameListens {

    /** Takes a listen. */
    @FunctionalInterface
    interface Kept {
        /** Takes one that nothing before it has told. */
        void accept(Listen listen);
    }

    private final Kept kept;
    private @Nullable Listen open;
    private final Set<Integer> formats = new HashSet<>();

    SameListens(Kept kept) {
        this.kept = kept;
    }

    /** Takes the next listen, from a format of a number. */
    void add(Listen listen, int format) {
        Listen before = open;
        if (before != null && isSame(before, listen, format)) {
            formats.add(format);
            // The more exact time is the better one.
            open = listen.spread() < before.spread() ? listen : before;
            return;
        }
        end();
        open = listen;
        formats.add(format);
    }

    /** There are no more. */
    void end() {
        if (open != null) {
            kept.accept(open);
        }
        open = null;
        formats.clear();
    }

    private boolean isSame(Listen before, Listen listen, int format) {
        if (before.userId() != listen.userId()
                || before.songId() != listen.songId()
                || before.isSkipped() != listen.isSkipped()) {
            return false;
        }
        boolean isRepeated = before.listenedAt() == listen.listenedAt() && before.spread() == listen.spread();
        return isRepeated
                || (!formats.contains(format)
                        && SameListen.is(before.listenedAt(), before.spread(), listen.listenedAt(), listen.spread()));
    }
}
