package org.segue.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.segue.songmodel.SongModelSamples;

/** Services that are set up in another way than the usual one of tests. Each is built anew: what can share one should. */
public final class Services {

    private Services() {}

    /** Nothing is open to those who have no token. */
    public static class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.access.required", "true");
        }
    }

    /** Behind a proxy whose word counts: the tests' own address. Three wrong tokens a minute. */
    public static class BehindProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "segue.access.failures-per-minute", "3",
                    "segue.access.hosts", "music.example.org,https://segue.example.org",
                    "segue.access.proxy.addresses", "127.0.0.1",
                    "segue.access.proxy.administrators", "root");
        }
    }

    /** A short queue of writes, few requests at a time, few threads that work, and as little memory for bodies as there may be. */
    public static class Narrow implements QuarkusTestProfile {

        /** How many requests of one address are answered at a time. */
        public static final int REQUESTS = 20;

        /** How many of them are worked on at a time. */
        public static final int WORKERS = 4;

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "segue.storage.write-queue",
                    "2",
                    "segue.access.requests-per-address",
                    String.valueOf(REQUESTS),
                    "segue.access.body-memory",
                    "1M",
                    "segue.access.workers-per-address",
                    String.valueOf(WORKERS),
                    "quarkus.thread-pool.max-threads",
                    String.valueOf(WORKERS));
        }
    }

    /** Short deadlines, and little of everything for one address. */
    public static class Impatient implements QuarkusTestProfile {

        /** How long a request may take to come, and how long an answer may wait. */
        public static final Duration REQUEST = Duration.ofMillis(500);

        /** How long the beginning of a large body may take, and each part of it that must be fast enough. */
        public static final Duration UPLOAD = Duration.ofSeconds(1);

        /** How many connections an address may have. */
        public static final int CONNECTIONS = 30;

        /** How many requests of an address are worked on at a time. */
        public static final int WORKERS = 3;

        /** How many requests of an address may wait for their answers. */
        public static final int REQUESTS = 40;

        /** How many event streams an address may have. */
        public static final int STREAMS = 2;

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "segue.access.deadlines.request", REQUEST.toMillis() + "ms",
                    "segue.access.deadlines.upload", UPLOAD.toSeconds() + "s",
                    "segue.access.deadlines.answer", "1s",
                    "segue.access.connections-per-address", String.valueOf(CONNECTIONS),
                    "segue.access.requests-per-address", String.valueOf(REQUESTS),
                    "segue.access.workers-per-address", String.valueOf(WORKERS),
                    "segue.access.event-streams-per-address", String.valueOf(STREAMS));
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SlowRoutes.class);
        }
    }

    /** A replica: it answers from a song model of {@value #SONGS} songs, and has no data folder. */
    public static class Replica implements QuarkusTestProfile {

        /** How many songs it has. */
        public static final int SONGS = 60;

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempDirectory("segue-test-").resolve("replica.segue-model");
                SongModelSamples.write(file, SONGS);
                return Map.of("segue.replica.enabled", "true", "segue.replica.model", file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One class after the other trains here, each on data of its own: see {@link EmptyService}. */
    public static class Trainings implements QuarkusTestProfile {

        /** How many models are kept. */
        public static final int KEPT = 2;

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.model.keep", String.valueOf(KEPT));
        }
    }
}
