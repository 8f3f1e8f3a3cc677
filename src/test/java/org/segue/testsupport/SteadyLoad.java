package org.segue.testsupport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a steady rate, whether or not those before them are answered, as far as {@value #SENDERS} connections go. The time of
 * an answer counts from when its request was due, so that a service that stands still does not hide it.
 */
public final class SteadyLoad {

    private static final int SENDERS = 32;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /** Sends a request and waits for the answer. */
    public interface Request {

        /**
         * Sends the request of a number, from 0.
         *
         * @return the kind of request and the status, such as {@code recommend 200}
         */
        String send(int number) throws IOException, InterruptedException;
    }

    private final int total;
    private final long intervalNanos;
    private final long[] nanos;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();
    private final List<Thread> senders = new ArrayList<>();

    /**
     * A load.
     *
     * @param perSecond requests a second
     * @param seconds how long
     */
    public SteadyLoad(int perSecond, int seconds) {
        this.total = perSecond * seconds;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanos = new long[total];
    }

    /** Begins to send. */
    public void start(Request request) {
        long startNanos = System.nanoTime();
        for (int s = 0; s < SENDERS; s++) {
            Thread sender = new Thread(() -> send(request, startNanos), "load-" + s);
            senders.add(sender);
            sender.start();
        }
    }

    /** Waits for the last answer. */
    public void await() throws InterruptedException {
        for (Thread sender : senders) {
            sender.join();
        }
    }

    /** How often each outcome was met; what broke is told by its exception. */
    public Map<String, Integer> outcomes() {
        Map<String, Integer> counts = new TreeMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome, count.get()));
        return counts;
    }

    /**
     * Milliseconds within which a part of all requests was answered.
     *
     * @param part 0 to 1
     */
    public double milliseconds(double part) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(total - 1, Math.floor(part * total))] / NANOS_PER_MILLISECOND;
    }

    private void send(Request request, long startNanos) {
        for (int number = next.getAndIncrement(); number < total; number = next.getAndIncrement()) {
            long due = startNanos + number * intervalNanos;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String outcome = outcome(request, number);
            nanos[number] = System.nanoTime() - due;
            outcomes.computeIfAbsent(outcome, first -> new AtomicInteger()).incrementAndGet();
        }
    }

    private static String outcome(Request request, int number) {
        try {
            return request.send(number);
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }
}
