package org.segue.access.bodies;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * An amount that many share. Whoever wants a part of it that is not free stands in line. Small and large parts have a line
 * each: small ones are given first, and a quarter of all is kept for them. Of large parts one client gets half of all, or one
 * of any size; of small ones a quarter. Safe for any thread.
 */
final class Budget {

    /** What is more is large. */
    static final long MAX_SMALL = 64 << 10;

    private final long capacity;
    private final Line small;
    private final Line large;

    /** @param capacity how much there is; one part is given even if it is more than that */
    Budget(long capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("illegal capacity: %d, must be positive".formatted(capacity));
        }
        this.capacity = capacity;
        this.small = new Line(capacity, capacity / 4);
        this.large = new Line(capacity / 4 * 3, capacity / 2);
    }

    /** A part of the budget: not asked for, in line, held, or given back. */
    final class Part {

        private final String client;
        private final long amount;
        private final Runnable whenGiven;
        private boolean isHeld;
        private boolean isOver;

        private Part(String client, long amount, Runnable whenGiven) {
            this.client = client;
            this.amount = amount;
            this.whenGiven = whenGiven;
        }

        /** Asks for it, once. Nothing happens if it was given back before. */
        void ask() {
            List<Part> given = new ArrayList<>();
            synchronized (Budget.this) {
                if (!isOver) {
                    line().waiting.add(this);
                    line().serve(given);
                }
            }
            given.forEach(part -> part.whenGiven.run());
        }

        /** Gives it back, or leaves the line. Nothing happens if that was done before. */
        void giveBack() {
            List<Part> given = new ArrayList<>();
            synchronized (Budget.this) {
                if (isOver) {
                    return;
                }
                isOver = true;
                if (isHeld) {
                    line().account(this, -amount);
                } else {
                    line().waiting.remove(this);
                }
                small.serve(given);
                large.serve(given);
            }
            given.forEach(part -> part.whenGiven.run());
        }

        /** Whether it is in line, or was not asked for. */
        boolean isWaiting() {
            synchronized (Budget.this) {
                return !isHeld && !isOver;
            }
        }

        private Line line() {
            return amount > MAX_SMALL ? large : small;
        }
    }

    /** Those who wait for parts of one kind, and what is held of that kind. */
    private final class Line {

        private final long most;
        private final long mostOfClient;
        private final Deque<Part> waiting = new ArrayDeque<>();
        private final Map<String, Long> heldByClient = new HashMap<>();
        private long held;

        private Line(long most, long mostOfClient) {
            this.most = most;
            this.mostOfClient = mostOfClient;
        }

        // Whoever has had enough is passed over, whoever comes first otherwise is waited for: nobody starves.
        private void serve(List<Part> given) {
            Iterator<Part> next = waiting.iterator();
            while (next.hasNext()) {
                Part part = next.next();
                if (!isWithinShare(part)) {
                    continue;
                }
                if (!isFree(part)) {
                    return;
                }
                next.remove();
                part.isHeld = true;
                account(part, part.amount);
                given.add(part);
            }
        }

        private boolean isWithinShare(Part part) {
            Long has = heldByClient.get(part.client);
            return has == null || has + part.amount <= mostOfClient;
        }

        private boolean isFree(Part part) {
            boolean isRoom = held() == 0 || held() + part.amount <= capacity;
            return isRoom && (held == 0 || held + part.amount <= most);
        }

        private void account(Part part, long change) {
            held += change;
            heldByClient.merge(part.client, change, (before, more) -> before + more == 0 ? null : before + more);
        }
    }

    /**
     * A part that can be asked for.
     *
     * @param client whose share it counts to
     * @param amount how much of the budget, not negative
     * @param whenGiven called once when it is given: within {@link Part#ask}, or later by any thread
     */
    Part part(String client, long amount, Runnable whenGiven) {
        if (amount < 0) {
            throw new IllegalArgumentException("illegal amount: %d, must not be negative".formatted(amount));
        }
        return new Part(client, amount, whenGiven);
    }

    /** How much is held. */
    synchronized long held() {
        return small.held + large.held;
    }

    /** How many stand in line. */
    synchronized int waiting() {
        return small.waiting.size() + large.waiting.size();
    }
}
