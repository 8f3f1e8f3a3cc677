package org.segue.access.bodies;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * An amount that many share. Whoever wants a part of it that is not free stands in line: small parts are given first, and a
 * quarter of all is kept for them. One client gets at most half, or one part of any size. Safe for any thread.
 */
final class Budget {

    /** What is more is large. */
    static final long MAX_SMALL = 64 << 10;

    private final long capacity;
    private final Map<String, Long> heldByClient = new HashMap<>();
    private final Deque<Part> smallOnes = new ArrayDeque<>();
    private final Deque<Part> largeOnes = new ArrayDeque<>();
    private long held;
    private long heldByLarge;

    /** @param capacity how much there is; one part is given even if it is more than that */
    Budget(long capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("illegal capacity: %d, must be positive".formatted(capacity));
        }
        this.capacity = capacity;
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
                    line(this).add(this);
                    serve(line(this), given);
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
                    account(this, -amount);
                } else {
                    line(this).remove(this);
                }
                serve(smallOnes, given);
                serve(largeOnes, given);
            }
            given.forEach(part -> part.whenGiven.run());
        }

        /** Whether it is in line, or was not asked for. */
        boolean isWaiting() {
            synchronized (Budget.this) {
                return !isHeld && !isOver;
            }
        }

        private boolean isLarge() {
            return amount > MAX_SMALL;
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
        return held;
    }

    /** How many stand in line. */
    synchronized int waiting() {
        return smallOnes.size() + largeOnes.size();
    }

    private Deque<Part> line(Part part) {
        return part.isLarge() ? largeOnes : smallOnes;
    }

    // Whoever has had enough is passed over, whoever comes first otherwise is waited for: nobody starves.
    private void serve(Deque<Part> line, List<Part> given) {
        Iterator<Part> next = line.iterator();
        while (next.hasNext()) {
            Part part = next.next();
            if (!isWithinShare(part)) {
                continue;
            }
            if (!isFree(part)) {
                return;
            }
            next.remove();
            hold(part);
            given.add(part);
        }
    }

    private boolean isFree(Part part) {
        return held == 0
                || held + part.amount <= capacity
                        && (!part.isLarge() || heldByLarge == 0 || heldByLarge + part.amount <= capacity / 4 * 3);
    }

    private boolean isWithinShare(Part part) {
        Long has = heldByClient.get(part.client);
        return has == null || has + part.amount <= capacity / 2;
    }

    private void hold(Part part) {
        part.isHeld = true;
        account(part, part.amount);
    }

    private void account(Part part, long change) {
        held += change;
        heldByLarge += part.isLarge() ? change : 0;
        heldByClient.merge(part.client, change, (before, more) -> before + more == 0 ? null : before + more);
    }
}
