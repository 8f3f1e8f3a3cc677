package org.segue.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.segue.access.clients.ClientAddress;

/** Counts the wrong tokens of each address for a minute. Safe for any thread. */
@Singleton
class FailedTokens {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Beyond so many addresses those that sent least lately are forgotten. */
    private static final int MAX_ADDRESSES = 10_000;

    private final int allowed;
    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .expireAfterWrite(WINDOW)
            .build();

    FailedTokens(AccessConfig config) {
        this.allowed = config.failuresPerMinute();
    }

    void count(ClientAddress client) {
        failures.get(client.network(), missing -> new AtomicInteger()).incrementAndGet();
    }

    /** Whether an address has to wait. */
    boolean isBlocked(ClientAddress client) {
        AtomicInteger count = failures.getIfPresent(client.network());
        return count != null && count.get() >= allowed;
    }
}
