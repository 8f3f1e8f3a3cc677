package org.segue.access.clients;

import io.vertx.core.AsyncResult;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The work on one request, which may go on when the client has long gone: who sends and hangs up at once, again and again, holds
 * what is still being worked on, and a moment more. Safe for any thread.
 */
public final class RequestWork {

    private static final String KEY = RequestWork.class.getName();

    private static final long MOMENT_MILLIS = 1000;

    /** Work that does not end in an answer, because there is nobody to answer, is not waited for any longer. */
    private static final long MAX_MILLIS = 60_000;

    private final RoutingContext request;
    private final List<Runnable> onceOver = new ArrayList<>();
    private boolean isGoingOn;
    private boolean isWithoutClient;
    private boolean isOver;

    private RequestWork(RoutingContext request) {
        this.request = request;
        request.addEndHandler(this::clientIsDone);
    }

    /** The work on a request, always the same. */
    static RequestWork of(RoutingContext request) {
        RequestWork known = request.get(KEY);
        if (known != null) {
            return known;
        }
        RequestWork made = new RequestWork(request);
        request.put(KEY, made);
        return made;
    }

    /** Runs something when the work on a request is over, at once if it is. */
    public static void onceOver(RoutingContext request, Runnable then) {
        of(request).onceOver(then);
    }

    /** Nobody works on a request any more, whether it was answered or not. */
    public static void end(RoutingContext request) {
        of(request).workIsDone();
    }

    /** From now on somebody works on an answer, until it begins; false, and nobody has to, if the client has gone. */
    boolean begin() {
        synchronized (this) {
            isGoingOn = !isWithoutClient;
            if (isWithoutClient) {
                return false;
            }
        }
        request.addHeadersEndHandler(head -> workIsDone());
        return true;
    }

    /** Runs something when the work is over, at once if it is. */
    void onceOver(Runnable then) {
        synchronized (this) {
            if (!isOver) {
                onceOver.add(then);
                return;
            }
        }
        then.run();
    }

    private void clientIsDone(AsyncResult<Void> end) {
        if (end.succeeded()) {
            over();
            return;
        }
        boolean waits;
        synchronized (this) {
            isWithoutClient = true;
            // Its body has come: it was read before anybody worked on it.
            waits = isGoingOn;
        }
        overAfter(waits ? MAX_MILLIS : MOMENT_MILLIS);
    }

    private void workIsDone() {
        boolean isLast;
        synchronized (this) {
            isGoingOn = false;
            isLast = isWithoutClient;
        }
        if (isLast) {
            overAfter(MOMENT_MILLIS);
        }
    }

    private void overAfter(long millis) {
        request.vertx().setTimer(millis, timer -> over());
    }

    private void over() {
        List<Runnable> all;
        synchronized (this) {
            isOver = true;
            all = List.copyOf(onceOver);
            onceOver.clear();
        }
        all.forEach(Runnable::run);
    }
}
