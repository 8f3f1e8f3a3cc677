package org.segue.storage;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;

/** Items of a list from a position on, for as long as one turn at the writer may take; at least one item a turn. */
final class TimedIterator<T> implements Iterator<T> {

    private final List<T> items;
    private final int from;
    private final BooleanSupplier othersWait;
    private int position;
    private long start;

    /**
     * Over the items from one on.
     *
     * @param othersWait whether somebody else wants to write
     */
    TimedIterator(List<T> items, int from, BooleanSupplier othersWait) {
        this.items = items;
        this.from = from;
        this.othersWait = othersWait;
        this.position = from;
    }

    /** Starts the clock: the turn begins when the writer gets to it, not when it was queued. */
    TimedIterator<T> start() {
        start = System.nanoTime();
        return this;
    }

    /** Where the next turn goes on. */
    int position() {
        return position;
    }

    @Override
    public boolean hasNext() {
        return position < items.size() && (position == from || isTime());
    }

    private boolean isTime() {
        long worked = System.nanoTime() - start;
        return worked < WriteQueue.TURN_NANOS || (worked < WriteQueue.MAX_TURN_NANOS && !othersWait.getAsBoolean());
    }

    @Override
    public T next() {
        if (position >= items.size()) {
            throw new NoSuchElementException();
        }
        return items.get(position++);
    }
}
