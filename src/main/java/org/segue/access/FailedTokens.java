package org.segue.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

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

    void count(String address) {
        failures.get(group(address), missing -> new AtomicInteger()).incrementAndGet();
    }

    /** Whether an address has to wait. */
    boolean isBlocked(String address) {
        AtomicInteger count = failures.getIfPresent(group(address));
        return count != null && count.get() >= allowed;
    }

    // A household, or an attacker, has a whole /64 of IPv6 addresses.
    private static String group(String address) {
        String[] parts = address.split(":", -1);
        return parts.length < 5 ? address : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }
}
