package org.segue.imports.dumps;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import org.jspecify.annotations.Nullable;

/**
 * The body of one answer on its way to a receiver: counts what comes, keeps what went wrong for who waits, and lets nothing through
 * once nobody waits any more. Safe for any thread.
 */
final class Exchange {

    private final Receiver receiver;
    private @Nullable IOException failure;
    private boolean closed;
    private long received;

    Exchange(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Where an answer's body goes. */
    synchronized BodySubscriber<Void> subscriber(HttpResponse.ResponseInfo answer) {
        try {
            if (!closed && receiver.begin(answer.statusCode(), answer.headers())) {
                return BodySubscribers.ofByteArrayConsumer(bytes -> bytes.ifPresent(this::take));
            }
        } catch (IOException e) {
            failure = e;
        }
        return BodySubscribers.discarding();
    }

    private synchronized void take(byte[] bytes) {
        if (closed || failure != null) {
            return;
        }
        try {
            receiver.take(bytes);
            received += bytes.length;
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Bytes that have come. */
    synchronized long received() {
        return received;
    }

    /** Throws what the receiver has thrown. */
    synchronized void requireSound() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Nothing is passed on from here on. */
    synchronized void close() {
        closed = true;
    }
}
