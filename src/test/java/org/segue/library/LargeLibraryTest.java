package org.segue.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.segue.jobs.JobStatus;
import org.segue.library.ServerSong.Names;
import org.segue.library.ServerSong.Preferences;
import org.segue.library.ServerSong.ServerAlbum;
import org.segue.library.ServerSong.ServerArtist;
import org.segue.testsupport.Soak;

/** A library of many songs: how long syncs take and what they hold in memory. In a soak 100,000 songs. */
@Tag(Soak.TAG)
@Timeout(900)
class LargeLibraryTest {

    private static final Logger LOG = Logger.getLogger(LargeLibraryTest.class);
    private static final int SONGS = Soak.of(3_000, 100_000);
    private static final int SONGS_OF_ARTIST = 20;
    private static final long MAX_LIVE_BYTES = 64L << 20;
    private static final Duration MAX_TIME = Duration.ofMinutes(5);

    private long mostLive;

    // Nothing is kept of it: a server of its own has its songs elsewhere.
    private static ServerSong song(int number) {
        String artist = "Artist " + number / SONGS_OF_ARTIST;
        Names names = new Names(
                "Title number " + number,
                artist,
                List.of(new ServerArtist("ar-" + number / SONGS_OF_ARTIST, artist, null)),
                new ServerAlbum("al-" + number / 10, "Album " + number / 10));
        String mbid = "%08d-0000-4000-8000-000000000000".formatted(number);
        return new ServerSong(
                "id-" + number,
                names,
                180_000 + number % 60 * 1000,
                number % 2 == 0 ? mbid : null,
                List.of(),
                "/music/" + artist + "/" + number + ".flac",
                number % 50 == 0 ? new Preferences(java.time.Instant.ofEpochSecond(1), 0, 1, null) : Preferences.NONE);
    }

    private static long live() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void sync_ofALargeLibrary_isQuickAndSmall(@TempDir Path folder) throws IOException {
        FakeServer server = new FakeServer() {
            @Override
            Iterable<ServerSong> all() {
                return () -> java.util.stream.IntStream.range(0, SONGS)
                        .mapToObj(LargeLibraryTest::song)
                        .iterator();
            }
        };
        try (RunningLibraries running = RunningLibraries.start(folder, server)) {
            int library = running.create();
            running.login(library, "anna");
            long idle = live();
            int[] seen = new int[1];
            server.beforeEach = song -> {
                if (++seen[0] % (SONGS / 3) == 0) {
                    mostLive = Math.max(mostLive, live() - idle);
                }
            };

            LibrarySync first = timed(running, library);
            LibrarySync again = timed(running, library);

            assertThat(first.report().added()).isEqualTo(SONGS);
            assertThat(again.report().changed()).isZero();
            assertThat(running.loves("anna")).hasSize((SONGS + 49) / 50);
            assertThat(mostLive).as("bytes above idle").isLessThan(MAX_LIVE_BYTES);
        }
    }

    private static LibrarySync timed(RunningLibraries running, int library) {
        LibrarySync asked = running.syncs.sync(library, false);
        org.awaitility.Awaitility.await()
                .atMost(MAX_TIME)
                .until(() ->
                        running.syncs.byId(asked.id()).orElseThrow().status().isFinal());
        LibrarySync ended = running.syncs.byId(asked.id()).orElseThrow();
        assertThat(ended.status()).as(ended.toString()).isEqualTo(JobStatus.COMPLETED);
        LOG.infof(
                "Sync of %d songs: %d ms",
                SONGS, Duration.between(ended.startedAt(), ended.finishedAt()).toMillis());
        return ended;
    }
}
