package org.segue.access;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Who may do what. */
@ConfigMapping(prefix = "segue.access")
public interface AccessConfig {

    /** The administrator's token, 16 characters at least; without it one is made at the first start. */
    Optional<String> adminToken();

    /** Who may claim a fresh service, without the token. */
    @WithDefault("loopback")
    Claim claim();

    /** Who may claim a fresh service. */
    enum Claim {
        /** Whoever opens it on the same machine; elsewhere, whoever knows the code that stands in the log. */
        LOOPBACK,
        /** Whoever knows the code. */
        CODE,
        /** Nobody: it takes the token. */
        OFF
    }

    /** Whether reading and recommending need a token as well. */
    @WithDefault("false")
    boolean required();

    /** Names under which Segue is reached, beside addresses, {@code localhost} and names that no outsider can own. */
    Optional<List<String>> hosts();

    /** How long a browser stays signed in. */
    @WithDefault("30d")
    @DurationMin(minutes = 1)
    Duration session();

    /** Wrong tokens that an address may send in a minute, 1 to 1,000,000. */
    @WithDefault("20")
    @Min(1)
    @Max(1_000_000)
    int failuresPerMinute();

    /** Connections of an address; half of {@code quarkus.http.limits.max-connections} if nothing is set. A proxy's do not count. */
    Optional<@Min(1) Integer> connectionsPerAddress();

    /** Requests that may wait for their answers at the same time, 1 to 1,000,000. */
    @WithDefault("512")
    @Min(1)
    @Max(1_000_000)
    int requests();

    /** Those of one address; half of them all if nothing is set. */
    Optional<@Min(1) Integer> requestsPerAddress();

    /**
     * Requests of an address that are worked on at the same time, the others wait in line; a quarter of
     * {@code quarkus.thread-pool.max-threads} if nothing is set.
     */
    Optional<@Min(1) Integer> workersPerAddress();

    /** Event streams of an address, 1 to 1,000,000. */
    @WithDefault("20")
    @Min(1)
    @Max(1_000_000)
    int eventStreamsPerAddress();

    /** How long clients may take. */
    Deadlines deadlines();

    /** Settings under {@code segue.access.deadlines}. Who is late loses the connection. */
    interface Deadlines {

        /** For a request without a body, or with one of at most 64 kB. */
        @WithDefault("10s")
        @DurationMin(millis = 100)
        Duration request();

        /** For the beginning of a larger body, and then for each part of it in which {@link #uploadRate} must be kept. */
        @WithDefault("30s")
        @DurationMin(millis = 100)
        Duration upload();

        /** Bytes a second. */
        @WithDefault("4096")
        @Min(0)
        long uploadRate();

        /** Without taking anything of an answer. */
        @WithDefault("60s")
        @DurationMin(millis = 100)
        Duration answer();
    }

    /** Memory that bodies of requests and what is made of them may take together; by default an eighth of the heap. */
    Optional<MemorySize> bodyMemory();

    /** A proxy in front that has signed people in already. */
    Proxy proxy();

    /** Settings under {@code segue.access.proxy}. */
    interface Proxy {

        /** Addresses whose word counts, such as {@code 127.0.0.1}; without any, the header means nothing. */
        Optional<List<String>> addresses();

        /** The header in which it names the user. */
        @WithDefault("Remote-User")
        @NotBlank
        String userHeader();

        /** Names that are the administrator's. */
        Optional<List<String>> administrators();
    }
}
