package org.segue.access.bodies;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.segue.access.AccessConfig;

/**
 * The memory that all bodies share. One half is for bodies as they come: a client that sends slowly holds a part of that alone.
 * The other half is for what is made of them, which takes as long as an answer takes: who has a part of the first half can so
 * count on getting one of the second.
 */
@Singleton
class BodyMemory {

    /** Of the heap, that is. */
    private static final int PART_OF_HEAP = 8;

    private final Budget received;
    private final Budget parsed;

    @Inject
    BodyMemory(AccessConfig config, MeterRegistry metrics) {
        this(
                config.bodyMemory()
                        .map(MemorySize::asLongValue)
                        .orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP),
                metrics);
    }

    /** @param bytes of memory, more if the largest body needs more */
    BodyMemory(long bytes, MeterRegistry metrics) {
        // One client's largest body fits into the half that a client may have.
        long half = Math.max(bytes / 2, BodyRule.MAX_PARSED_BYTES);
        this.received = new Budget(half);
        this.parsed = new Budget(half);
        gauges("received", received, metrics);
        gauges("parsed", parsed, metrics);
    }

    /** For bodies as they come. */
    Budget received() {
        return received;
    }

    /** For what is made of them. */
    Budget parsed() {
        return parsed;
    }

    private static void gauges(String name, Budget budget, MeterRegistry metrics) {
        metrics.gauge("segue.bodies.bytes", Tags.of("of", name), budget, Budget::held);
        metrics.gauge("segue.bodies.waiting", Tags.of("for", name), budget, Budget::waiting);
    }
}
