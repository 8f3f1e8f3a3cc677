package org.segue.access.clients;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Places of which there are so many in all, and fewer for each network of clients. Safe for any thread. */
public final class Shares {

    private final int total;
    private final int each;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> takenByNetwork = new ConcurrentHashMap<>();

    /**
     * All places free.
     *
     * @param total how many there are
     * @param each how many one network may take
     */
    public Shares(int total, int each) {
        this.total = total;
        this.each = each;
    }

    /** Takes a place for a client; false if there is none. */
    public boolean take(ClientAddress client) {
        if (takenByNetwork.merge(client.network(), 1, Integer::sum) <= each && takeAny()) {
            return true;
        }
        leave(client);
        return false;
    }

    /** Takes a place for somebody who has no share; false if there is none at all. */
    public boolean takeAny() {
        if (taken.incrementAndGet() <= total) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    /** Gives back what {@link #take} took. */
    public void giveBack(ClientAddress client) {
        leave(client);
        giveBackAny();
    }

    /** Gives back what {@link #takeAny} took. */
    public void giveBackAny() {
        taken.decrementAndGet();
    }

    /** Whether a client has all that it may have. */
    public boolean hasItsShare(ClientAddress client) {
        return takenByNetwork.getOrDefault(client.network(), 0) >= each;
    }

    private void leave(ClientAddress client) {
        takenByNetwork.computeIfPresent(client.network(), (network, count) -> count == 1 ? null : count - 1);
    }
}
