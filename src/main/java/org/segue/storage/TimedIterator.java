package org.segue.storage;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Items of a list from a position on, for as long as one turn at the writer may take; at least one item a turn. */
final class TimedIterator<T> implements Iterator<T> {

    private final List<T> items;
    private final int from;
    private int position;
    private long deadline;

    TimedIterator(List<T> items, int from) {
        this.items = items;
        this.from = from;
        this.position = from;
    }

    /** Starts the clock: the turn begins when the writer gets to it, not when it was queued. */
    TimedIterator<T> start() {
        deadline = System.nanoTime() + WriteQueue.TURN_NANOS;
        return this;
    }

    /** Where the next turn goes on. */
    int position() {
        return position;
    }

    @Override
    public boolean hasNext() {
        return position < items.size() && (position == from || System.nanoTime() < deadline);
    }

    @Override
    public T next() {
        if (position >= items.size()) {
            throw new NoSuchElementException();
        }
        return items.get(position++);
    }
}
