package org.segue.imports.dumps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.testsupport.DumpServer.FOLDER;
import static org.segue.testsupport.DumpServer.archive;
import static org.segue.testsupport.DumpServer.breaksOff;
import static org.segue.testsupport.DumpServer.folder;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.DumpServer;

/** A mirror in order, and with what can be wrong with one: each in words, and nothing half is kept. */
@Timeout(120)
class DumpMirrorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(5);

    @TempDir
    Path target;

    private final DumpServer server = new DumpServer();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @AfterEach
    void stop() {
        server.close();
    }

    private byte[] dump(int number) {
        return server.add(number, Map.of("2026/11", DumpServer.listeners("u", 30, 40, 1_790_000_000L)));
    }

    private DumpMirror mirror() {
        return mirror(server.address(), PATIENCE);
    }

    private DumpMirror mirror(URI address, Duration patience) {
        return new DumpMirror(
                address,
                () -> {
                    if (cancelled.get()) {
                        throw new CancellationException();
                    }
                },
                patience,
                PAUSE);
    }

    private Path file() {
        return target.resolve("loaded");
    }

    private void load(DumpMirror mirror) {
        mirror.load(mirror.newest(1).get(0), file(), Long.MAX_VALUE, bytes -> {});
    }

    private void assertNothingIsKept() throws IOException {
        try (Stream<Path> inside = Files.list(target)) {
            assertThat(inside).isEmpty();
        }
    }

    @Test
    void newest_areThoseOfTheHighestNumbers_withSizesAndTimes() {
        byte[] newest = dump(1005);
        dump(998);
        dump(1003);

        List<Dump> found = mirror().newest(2);

        assertThat(found).extracting(dump -> dump.name() + "/").containsExactly(folder(1005), folder(1003));
        assertThat(found.get(0).bytes()).isEqualTo(newest.length);
        assertThat(found.get(0).at()).isEqualTo(Instant.parse("2026-11-26T00:00:03Z"));
        assertThat(found.get(0).archive().getPath()).isEqualTo(archive(1005));
    }

    @Test
    void newest_aDumpThatIsJustBeingMade_isPassedOver() {
        dump(1001);
        server.put(FOLDER + folder(1002) + "SCHEMA_SEQUENCE", new byte[] {'1'});

        assertThat(mirror().newest(3)).hasSize(1);
    }

    @Test
    void newest_listOfOneself_mayBeWithoutSlash_andHaveWholeAddresses() {
        dump(1001);
        String page = "<a HREF='%s%s'>newest</a>".formatted(server.address(), folder(1001));
        server.fault(FOLDER, (exchange, content) -> {
            DumpServer.answer(exchange, page.getBytes(StandardCharsets.UTF_8));
            return true;
        });

        assertThat(mirror(URI.create(server.address().toString().replaceAll("/$", "")), PATIENCE)
                        .newest(3))
                .hasSize(1);
    }

    @Test
    void newest_layoutChanged_saysSo() {
        server.put(FOLDER + "dumps-of-2027/listens.parquet", new byte[1]);
        assertThatThrownBy(() -> mirror().newest(3))
                .isInstanceOf(MirrorException.class)
                .hasMessageStartingWith(
                        "No dump called listenbrainz-dump-…-incremental is listed at " + server.address() + ".")
                .hasMessageContaining("segue.background.url");

        server.put(FOLDER + folder(1001) + "listens.parquet", new byte[1]);
        assertThatThrownBy(() -> mirror().newest(3))
                .isInstanceOf(MirrorException.class)
                .hasMessageStartingWith("The dumps at " + server.address()
                        + " don’t contain listenbrainz-listens-dump-…-incremental.tar.zst.");
    }

    @Test
    void newest_nothingAtTheAddress_saysSo() {
        assertThatThrownBy(() -> mirror().newest(3))
                .isInstanceOf(MirrorException.class)
                .hasMessageMatching("The mirror doesn’t have http://127.*incremental/ \\(HTTP 404\\)\\.");
    }

    @Test
    void newest_nobodyThere_saysSo() {
        server.close();
        for (URI nowhere : List.of(server.address(), URI.create("https://nowhere.invalid/x/"))) {
            assertThatThrownBy(() -> mirror(nowhere, PATIENCE).newest(3))
                    .isInstanceOf(MirrorException.class)
                    .hasMessageStartingWith("The mirror " + nowhere + " can’t be reached (")
                    .hasMessageEndingWith("). Check the internet connection.");
        }
    }

    @Test
    void newest_mirrorThatSaysNothing_isNotWaitedForForEver() {
        CountDownLatch never = new CountDownLatch(1);
        server.fault(FOLDER, (exchange, content) -> {
            await(never);
            return true;
        });

        assertThatThrownBy(
                        () -> mirror(server.address(), Duration.ofMillis(300)).newest(3))
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining("can’t be reached");
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void load_takesTheWholeFile_andTellsHowFar() throws IOException {
        byte[] content = dump(1001);
        List<Long> told = new ArrayList<>();
        DumpMirror mirror = mirror();

        mirror.load(mirror.newest(1).get(0), file(), Long.MAX_VALUE, told::add);

        assertThat(file()).hasBinaryContent(content);
        assertThat(told).isSorted().endsWith((long) content.length);
    }

    @Test
    void load_connectionBreaksOff_isTakenUpWhereItEnded() throws IOException {
        byte[] content = dump(1001);
        server.fault(archive(1001), breaksOff(3));

        load(mirror());

        assertThat(file()).hasBinaryContent(content);
        assertThat(server.requests())
                .filteredOn(request -> request.contains("bytes="))
                .hasSize(3)
                .first()
                .isEqualTo("GET %s bytes=%d-".formatted(archive(1001), content.length / 2));
    }

    @Test
    void load_fileIsAnotherMeanwhile_isLoadedFromItsStart() throws IOException {
        dump(1001);
        DumpMirror mirror = mirror();
        Dump dump = mirror.newest(1).get(0);
        DumpServer.Fault once = breaksOff(1);
        server.fault(archive(1001), (exchange, content) -> {
            boolean answered = once.answer(exchange, content);
            if (answered) {
                byte[] other = content.clone();
                other[content.length - 1]++;
                server.put(archive(1001), other);
            }
            return answered;
        });

        assertThatThrownBy(() -> mirror.load(dump, file(), Long.MAX_VALUE, bytes -> {}))
                .as("the checksum is of the one before: half of each would be neither")
                .isInstanceOf(MirrorException.class)
                .hasMessageStartingWith("The checksum of ")
                .hasMessageContaining(archive(1001) + " is wrong (SHA-256 ");
        assertThat(server.requests())
                .filteredOn(request -> request.contains("bytes="))
                .hasSize(1);
        assertNothingIsKept();
    }

    @Test
    void load_breaksOffAgainAndAgain_saysSo_andKeepsNothing() throws IOException {
        dump(1001);
        server.fault(archive(1001), (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().flush();
            return true;
        });

        assertThatThrownBy(() -> load(mirror()))
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining("stopped 6 times in a row at 0.0 MB")
                .hasMessageContaining("Nothing was kept");
        assertNothingIsKept();
    }

    @Test
    void load_sizeIsNotSaid_endsWhereTheRoomDoes() throws IOException {
        byte[] content = dump(1001);
        DumpMirror mirror = mirror();
        Dump said = mirror.newest(1).get(0);
        Dump unsized = new Dump(said.name(), said.at(), said.archive(), said.checksum(), 0);
        server.fault(archive(1001), (exchange, file) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(file);
            return true;
        });

        mirror.load(unsized, file(), content.length, bytes -> {});
        assertThat(file()).hasBinaryContent(content);

        assertThatThrownBy(() -> mirror.load(unsized, file(), content.length - 1, bytes -> {}))
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining("The mirror doesn’t say how large", "Nothing was kept");
        assertNothingIsKept();
    }

    @Test
    void load_moreThanSaid_keepsNothing() throws IOException {
        byte[] content = dump(1001);
        server.says(archive(1001), content.length / 2);

        assertThatThrownBy(() -> load(mirror()))
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining(archive(1001) + " is larger than the mirror says (");
        assertNothingIsKept();
    }

    @Test
    void load_mirrorBusy_isAskedAgain() throws IOException {
        byte[] content = dump(1001);
        AtomicInteger busy = new AtomicInteger(2);
        server.fault(archive(1001), (exchange, file) -> {
            boolean isBusy = busy.getAndDecrement() > 0;
            if (isBusy) {
                exchange.sendResponseHeaders(503, -1);
            }
            return isBusy;
        });

        load(mirror());

        assertThat(file()).hasBinaryContent(content);
    }

    @Test
    void load_gone_saysSo() throws IOException {
        dump(1001);
        DumpMirror mirror = mirror();
        Dump dump = mirror.newest(1).get(0);
        server.remove(archive(1001));

        assertThatThrownBy(() -> mirror.load(dump, file(), Long.MAX_VALUE, bytes -> {}))
                .isInstanceOf(MirrorException.class)
                .hasMessageMatching("The mirror doesn’t have http.*tar\\.zst \\(HTTP 404\\)\\.");
        assertNothingIsKept();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff  x.tar.zst", "<html>"})
    void load_checksumOfSomethingElse_keepsNothing(String checksum) throws IOException {
        dump(1001);
        server.put(archive(1001) + ".sha256", checksum.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> load(mirror()))
                .isInstanceOf(MirrorException.class)
                .hasMessageMatching(".*(checksum of .* is wrong|isn’t a SHA-256 checksum).*");
        assertNothingIsKept();
    }

    @Test
    void load_redirected_goesAlong_butNeverToAnotherMachineWithoutHttps() throws IOException {
        byte[] content = dump(1001);
        server.put("/elsewhere", content);
        DumpMirror mirror = mirror();
        Dump dump = mirror.newest(1).get(0);
        redirect("/elsewhere");
        mirror.load(dump, file(), Long.MAX_VALUE, bytes -> {});
        assertThat(file()).hasBinaryContent(content);

        for (String unsafe : List.of("http://192.0.2.7/x.tar.zst", "ftp://127.0.0.1/x", "file:///etc/passwd")) {
            redirect(unsafe);
            assertThatThrownBy(() -> mirror.load(dump, file(), Long.MAX_VALUE, bytes -> {}))
                    .isInstanceOf(MirrorException.class)
                    .hasMessageContaining(unsafe + ", which isn’t https");
        }
        redirect(archive(1001));
        assertThatThrownBy(() -> mirror.load(dump, file(), Long.MAX_VALUE, bytes -> {}))
                .hasMessageContaining("more than 5 times");
        assertNothingIsKept();
    }

    private void redirect(String location) {
        server.fault(archive(1001), (exchange, content) -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
            return true;
        });
    }

    @Test
    void load_ofAMirrorBeyondThisMachine_neverGoesToPlainHttp() {
        MirrorClient client = new MirrorClient(URI.create("https://mirror.example/x/"), PATIENCE, () -> {});

        assertThatThrownBy(() -> client.text(server.address()))
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining(server.address() + ", which isn’t https");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void load_cancelled_ends_andKeepsNothing() throws IOException {
        dump(1001);
        CountDownLatch never = new CountDownLatch(1);
        server.fault(archive(1001), (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.getResponseBody().flush();
            cancelled.set(true);
            await(never);
            return true;
        });

        assertThatThrownBy(() -> load(mirror())).isInstanceOf(CancellationException.class);
        never.countDown();
        assertNothingIsKept();
    }

    @Test
    void load_diskFull_saysSo_andKeepsNothing() throws IOException {
        dump(1001);
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        Files.createSymbolicLink(file(), full);

        assertThatThrownBy(() -> load(mirror()))
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Nothing was kept. Free some space");
        assertNothingIsKept();
        assertThat(full).exists();
    }
}
