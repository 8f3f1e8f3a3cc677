package org.segue.access.bodies;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.ArrayList;
import java.util.List;
import org.segue.access.Refusal;
import org.segue.access.clients.RequestWork;

/**
 * The reading of one body into memory. A part of the memory is asked for before anything is read; the client is paused until it
 * is given. What is held is given back when the work on the request is over. Runs where the request runs, on an event loop.
 */
final class BodyReading {

    private static final long PATIENCE_MILLIS = 5000;
    private static final String RETRY_SECONDS = "5";

    private final RoutingContext request;
    private final RequestBody incoming;
    private final BodyRule rule;
    private final BodyMemory memory;
    private final String client;
    private final List<Budget.Part> held = new ArrayList<>();
    private Buffer body = Buffer.buffer();
    private long mayRead;
    private boolean isOver;

    /** @param client whose share of the memory it is */
    BodyReading(RoutingContext request, BodyRule rule, BodyMemory memory, String client) {
        this.request = request;
        this.incoming = new RequestBody(request.request());
        this.rule = rule;
        this.memory = memory;
        this.client = client;
    }

    void begin() {
        request.addEndHandler(ended -> leave());
        RequestWork.onceOver(request, this::giveBack);
        incoming.on(this::take, this::parse);
        // Of a body that does not say how long it is, the beginning comes first: most are no longer.
        long length = incoming.length();
        receive(length < 0 ? Math.min(Budget.MAX_SMALL, rule.maxBytes()) : length);
    }

    private void receive(long more) {
        ask(memory.received(), more, () -> {
            mayRead += more;
            if (incoming.length() > 0) {
                body = Buffer.buffer((int) incoming.length());
            }
            incoming.resume();
        });
    }

    private void take(Buffer piece) {
        long read = (long) body.length() + piece.length();
        if (isOver) {
            return;
        }
        if (read > rule.maxBytes()) {
            giveBack();
            Bodies.refuse(request, rule);
            return;
        }
        body.appendBuffer(piece);
        if (incoming.length() < 0 && read >= mayRead) {
            incoming.pause();
            receive(rule.maxBytes() - mayRead);
        }
    }

    private void parse() {
        if (isOver) {
            return;
        }
        boolean isPacked = Gzip.isUsed(request.request());
        long length = isPacked ? Gzip.length(body) : body.length();
        if (length > rule.maxBytes()) {
            giveBack();
            Bodies.refuse(request, rule);
        } else {
            // What is packed and what comes out of it are there at one time.
            ask(memory.parsed(), length * rule.parsedFactor(), isPacked ? this::unpack : () -> handOver(body));
        }
    }

    private void unpack() {
        request.vertx()
                .executeBlocking(() -> Gzip.unpacked(body), false)
                .onSuccess(this::handOver)
                .onFailure(malformed -> {
                    giveBack();
                    Refusal.send(request, 400, "Bad Request", String.valueOf(malformed.getMessage()));
                });
    }

    private void handOver(Buffer whole) {
        if (!isOver) {
            request.request().headers().remove(HttpHeaders.CONTENT_ENCODING);
            ((RoutingContextInternal) request).setBody(whole);
            request.next();
        }
    }

    private void ask(Budget budget, long amount, Runnable step) {
        Budget.Part part = budget.part(
                client,
                amount,
                () -> incoming.run(() -> {
                    if (!isOver) {
                        step.run();
                    }
                }));
        held.add(part);
        part.ask();
        if (!rule.isPatient() && part.isWaiting()) {
            request.vertx().setTimer(PATIENCE_MILLIS, timer -> refuseIfWaiting(part));
        }
    }

    private void refuseIfWaiting(Budget.Part part) {
        if (part.isWaiting()) {
            giveBack();
            request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            Refusal.send(
                    request,
                    503,
                    "Service Unavailable",
                    "Too many large requests are being worked on. Send this one again in a few seconds.");
        }
    }

    // What is being worked on stays in memory, whether somebody still waits for the answer or not.
    private void leave() {
        isOver = true;
        held.stream().filter(Budget.Part::isWaiting).forEach(Budget.Part::giveBack);
    }

    private void giveBack() {
        isOver = true;
        held.forEach(Budget.Part::giveBack);
    }
}
