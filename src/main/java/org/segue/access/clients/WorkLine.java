package org.segue.access.clients;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** A line before a number of places, first come, first served. Not safe for several threads. */
final class WorkLine<T> {

    private final int places;
    private final Set<T> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Queue<T> waiting = new ArrayDeque<>();

    WorkLine(int places) {
        this.places = places;
    }

    /** Whether there is a place; else it waits for one. */
    boolean enter(T one) {
        if (inside.size() < places) {
            inside.add(one);
            return true;
        }
        waiting.add(one);
        return false;
    }

    /** It goes, from inside or from the line; answers with the one that has its place now. */
    Optional<T> leave(T one) {
        if (!inside.remove(one)) {
            waiting.removeIf(other -> other == one);
            return Optional.empty();
        }
        Optional<T> next = Optional.ofNullable(waiting.poll());
        next.ifPresent(inside::add);
        return next;
    }

    boolean isEmpty() {
        return inside.isEmpty() && waiting.isEmpty();
    }
}
