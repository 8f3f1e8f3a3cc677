package org.segue.testsupport;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Addresses that answer when a test says so, or never, or with a lot: for tests whose profile enables this. */
@Alternative
@Singleton
public class SlowRoutes {

    /** Is worked on until {@link #finish}. */
    public static final String WORK = "/slow/work";

    /** Answers without an end. */
    public static final String EVENTS = "/api/slow/events";

    /** Answers with more than fits into the buffers of two sockets. */
    public static final String LARGE = "/slow/large";

    private static final int LARGE_BYTES = 32 << 20;

    private final Semaphore finished = new Semaphore(0);
    private final AtomicInteger working = new AtomicInteger();

    void install(@Observes Router router) {
        router.get(WORK).blockingHandler(this::work, false);
        router.get(EVENTS)
                .handler(request -> request.response().setChunked(true).write("data: 1\n\n"));
        router.get(LARGE).handler(request -> request.response().end(Buffer.buffer(new byte[LARGE_BYTES])));
    }

    private void work(RoutingContext request) {
        working.incrementAndGet();
        finished.acquireUninterruptibly();
        working.decrementAndGet();
        request.response().end();
    }

    /** How many are being worked on. */
    public int working() {
        return working.get();
    }

    /** Ends the work on so many, of now or of later. */
    public void finish(int count) {
        finished.release(count);
    }
}
