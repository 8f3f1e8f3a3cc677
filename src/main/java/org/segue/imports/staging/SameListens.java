package org.segue.imports.staging;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.listens.Listen;
import org.segue.listens.SameListen;

/**
 * Finds, among the listens of one import, those that files of several formats tell of the same play. Takes them in the order of
 * user and time, and passes each on once, in the same order. One format's two listens are never one, unless they are the same to
 * the second: it knows what it tells apart. For one thread.
 */
final class SameListens {

    /** A listen that later ones may still repeat. */
    private static final class Open {
        private Listen listen;
        private final Set<Integer> formats = new HashSet<>(2);

        Open(Listen listen, int format) {
            this.listen = listen;
            formats.add(format);
        }

        boolean isSame(Listen later, int format) {
            boolean isRepeated = listen.listenedAt() == later.listenedAt() && listen.spread() == later.spread();
            return isRepeated
                    || (!formats.contains(format)
                            && SameListen.is(listen.listenedAt(), listen.spread(), later.listenedAt(), later.spread()));
        }
    }

    private static final Comparator<Open> IN_ORDER = Comparator.<Open>comparingLong(open -> open.listen.listenedAt())
            .thenComparingInt(open -> open.listen.songId())
            .thenComparing(open -> open.listen.isSkipped());

    private final Consumer<Listen> kept;
    private final int reach;
    private final PriorityQueue<Open> waiting = new PriorityQueue<>(IN_ORDER);
    private final Map<Long, Open> latest = new HashMap<>();
    /** The only listen that waits: most are far from the next one and need no comparison. */
    private @Nullable Listen alone;

    private int formatOfAlone;
    private @Nullable Listen last;

    /**
     * Nothing taken yet.
     *
     * @param formats how many formats tell of listens
     * @param kept takes each play once
     */
    SameListens(int formats, Consumer<Listen> kept) {
        this.kept = kept;
        this.reach = formats > 1 ? SameListen.WIDEST_SPREAD + SameListen.SLACK : 0;
    }

    /** Takes the next listen, from a format of a number. */
    void add(Listen listen, int format) {
        passOnBefore(listen);
        if (waiting.isEmpty() && alone == null) {
            alone = listen;
            formatOfAlone = format;
            return;
        }
        if (alone != null) {
            compare(alone, formatOfAlone);
            alone = null;
        }
        compare(listen, format);
    }

    private void compare(Listen listen, int format) {
        long key = 2L * listen.songId() + (listen.isSkipped() ? 1 : 0);
        Open open = latest.get(key);
        if (open == null || !open.isSame(listen, format)) {
            open = new Open(listen, format);
            latest.put(key, open);
            waiting.add(open);
            return;
        }
        open.formats.add(format);
        // The more exact time is the better one.
        if (listen.spread() < open.listen.spread()) {
            waiting.remove(open);
            open.listen = listen;
            waiting.add(open);
        }
    }

    /** There are no more. */
    void end() {
        passOnBefore(null);
        passOn(null);
    }

    private void passOnBefore(@Nullable Listen next) {
        if (alone != null && isDone(alone, next)) {
            passOn(alone);
            alone = null;
        }
        Open first = waiting.peek();
        while (first != null && isDone(first.listen, next)) {
            waiting.remove();
            latest.remove(2L * first.listen.songId() + (first.listen.isSkipped() ? 1 : 0), first);
            passOn(first.listen);
            first = waiting.peek();
        }
    }

    private boolean isDone(Listen waitingOne, @Nullable Listen next) {
        return next == null
                || waitingOne.userId() != next.userId()
                || waitingOne.listenedAt() + reach < next.listenedAt();
    }

    // Of a play at one time that is told as a skip too, the play is meant; of two spreads the smaller one.
    private void passOn(@Nullable Listen listen) {
        Listen before = last;
        if (before != null && listen != null && before.isOfSameMoment(listen)) {
            last = before.spread() <= listen.spread() ? before : before.within(listen.spread());
            return;
        }
        if (before != null) {
            kept.accept(before);
        }
        last = listen;
    }
}
