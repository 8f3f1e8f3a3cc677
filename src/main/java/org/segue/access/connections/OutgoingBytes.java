package org.segue.access.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.time.Duration;

/** Whether a client takes what is sent to it. Of one event loop, not safe for others. */
final class OutgoingBytes {

    private final long patienceNanos;
    private long taken;
    private long takenBefore;
    private long partBefore;
    private long stillNanos;

    OutgoingBytes(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    /** One more buffer has gone out as a whole. */
    void bufferTaken() {
        taken++;
    }

    /** Time passes. */
    void pass(long nanos, Channel channel) {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        boolean isWaiting = waiting != null && (waiting.size() > 0 || waiting.totalPendingWriteBytes() > 0);
        long part = waiting == null ? 0 : waiting.currentProgress();
        stillNanos = isWaiting && taken == takenBefore && part == partBefore ? stillNanos + nanos : 0;
        takenBefore = taken;
        partBefore = part;
    }

    /** Whether the client has taken nothing for too long, of something. */
    boolean isStuck() {
        return stillNanos > patienceNanos;
    }
}
