package org.segue.access.connections;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a client is sending on one connection: heads, and bodies of messages that have not ended. In HTTP/1 there is one message at
 * a time, in HTTP/2 one a stream. Of one event loop, not safe for others.
 */
final class IncomingMessages {

    private final Deadlines deadlines;
    private final Map<Integer, MessageClock> bodies = new HashMap<>();

    /** Of a head, or a frame, of which only a part is here. A new connection owes one. */
    private @Nullable MessageClock head;

    private boolean hasFrames;

    IncomingMessages(Deadlines deadlines) {
        this.deadlines = deadlines;
        this.head = new MessageClock(deadlines);
    }

    /** Bytes have come, whatever they are. */
    void bytesCame() {
        if (head == null && (hasFrames || bodies.isEmpty())) {
            head = new MessageClock(deadlines);
        }
    }

    /** A whole frame of HTTP/2 has come. */
    void frameCame() {
        hasFrames = true;
        head = null;
    }

    /**
     * The head of a message has come.
     *
     * @param stream the number of its stream, any in HTTP/1
     * @param length of its body, -1 if the head does not say
     */
    void headCame(int stream, long length) {
        MessageClock clock = head == null ? new MessageClock(deadlines) : head;
        head = null;
        clock.headCame(length);
        bodies.put(stream, clock);
    }

    /** A part of a body has come. */
    void bodyCame(int stream, long bytes) {
        MessageClock clock = bodies.get(stream);
        if (clock != null) {
            clock.bodyCame(bytes);
        }
    }

    /** Nothing more is to come of a message. */
    void ended(int stream) {
        bodies.remove(stream);
    }

    /**
     * Time passes, all of which the client could have sent in.
     *
     * @param mayCome whether the client could have sent a stream's body in this time, because we took it
     */
    void pass(long nanos, IntPredicate mayCome) {
        if (head != null) {
            head.pass(nanos);
        }
        bodies.forEach((stream, clock) -> {
            if (mayCome.test(stream)) {
                clock.pass(nanos);
            }
        });
    }

    /** Whether the client has taken too long for anything. */
    boolean isLate() {
        return (head != null && head.isLate()) || bodies.values().stream().anyMatch(MessageClock::isLate);
    }
}
