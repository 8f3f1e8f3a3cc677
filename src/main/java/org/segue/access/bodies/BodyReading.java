package org.segue.access.bodies;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.ArrayList;
import java.util.List;
import org.segue.access.Refusal;

/**
 * The reading of one body into memory. A part of the memory is asked for before anything is read; the client is paused until it
 * is given. What is held is given back when the request has ended in any way. Runs where the request runs, on an event loop.
 */
final class BodyReading {

    private static final long PATIENCE_MILLIS = 5000;
    private static final String RETRY_SECONDS = "5";

    private final RoutingContext request;
    private final HttpServerRequest http;
    private final BodyRule rule;
    private final BodyMemory memory;
    private final String client;
    private final long length;
    private final RequestContext context = new RequestContext();
    private final List<Budget.Part> held = new ArrayList<>();
    private Buffer body = Buffer.buffer();
    private long mayRead;
    private boolean isOver;

    /** @param client whose share of the memory it is */
    BodyReading(RoutingContext request, BodyRule rule, BodyMemory memory, String client) {
        this.request = request;
        this.http = request.request();
        this.rule = rule;
        this.memory = memory;
        this.client = client;
        this.length = Bodies.length(http);
    }

    void begin() {
        request.addEndHandler(ended -> giveBack());
        http.pause();
        http.handler(this::take);
        http.endHandler(end -> parse());
        // The end of the request follows.
        http.exceptionHandler(gone -> isOver = true);
        // Of a body that does not say how long it is, the beginning comes first: most are no longer.
        receive(length < 0 ? Math.min(Budget.MAX_SMALL, rule.maxBytes()) : length);
    }

    private void receive(long more) {
        ask(memory.received(), more, () -> {
            mayRead += more;
            if (length > 0) {
                body = Buffer.buffer((int) length);
            }
            RequestContext.invite(http);
            http.resume();
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
        if (length < 0 && read >= mayRead) {
            http.pause();
            receive(rule.maxBytes() - mayRead);
        }
    }

    private void parse() {
        if (!isOver) {
            ask(memory.parsed(), (long) body.length() * rule.parsedFactor(), this::handOver);
        }
    }

    private void handOver() {
        ((RoutingContextInternal) request).setBody(body);
        request.next();
    }

    private void ask(Budget budget, long amount, Runnable step) {
        Budget.Part part = budget.part(client, amount, () -> context.run(() -> {
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

    private void giveBack() {
        isOver = true;
        held.forEach(Budget.Part::giveBack);
    }
}
