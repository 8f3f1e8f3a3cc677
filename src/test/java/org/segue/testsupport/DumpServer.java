package org.segue.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A mirror of ListenBrainz's incremental dumps on this machine, in the layout of the real one, with whatever can be wrong with one.
 * Knows ranges and tags, as the real one does.
 */
public final class DumpServer implements AutoCloseable {

    /** The folder of the incremental dumps. */
    public static final String FOLDER = "/pub/musicbrainz/listenbrainz/incremental/";

    private static final String PORT = "tests.dump-server";

    /** What is done to an answer in place of it. */
    public interface Fault {
        /** Answers; false to let the server answer as it would. */
        boolean answer(HttpExchange exchange, byte[] content) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    private final Map<String, Fault> faults = new ConcurrentSkipListMap<>();
    private final Map<String, Long> claims = new ConcurrentSkipListMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** A mirror without dumps. */
    public DumpServer() {
        this(0);
    }

    private DumpServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "dump-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    /** The mirror of a service whose settings were made by {@link #settings}, maybe by another loader of this class. */
    public static DumpServer ofSettings() {
        return new DumpServer(Integer.getInteger(PORT));
    }

    /** Settings of a service that asks the mirror which {@link #ofSettings} will open. */
    public static Map<String, String> settings() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(PORT, String.valueOf(free.getLocalPort()));
            return Map.of("segue.background.url", "http://127.0.0.1:%d%s".formatted(free.getLocalPort(), FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the list of dumps is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + FOLDER);
    }

    /** Takes all dumps and faults away. */
    public void clear() {
        files.clear();
        faults.clear();
        claims.clear();
        requests.clear();
    }

    /** Method, path and range of all requests, in their order. */
    public List<String> requests() {
        return requests;
    }

    /** Names of a dump: its folder and its archive in it. */
    public static String folder(int number) {
        return "listenbrainz-dump-%d-202611%02d-000003-incremental/".formatted(number, number % 28 + 1);
    }

    /** Path of the listens of a dump. */
    public static String archive(int number) {
        return FOLDER
                + folder(number)
                + "listenbrainz-listens-dump-%d-202611%02d-000003-incremental.tar.zst"
                        .formatted(number, number % 28 + 1);
    }

    /** Adds a dump of lines by their months, as {@code 2026/11}. */
    public byte[] add(int number, Map<String, List<String>> months) {
        String root = folder(number).replace("listenbrainz-dump", "listenbrainz-listens-dump");
        Map<String, String> members = new TreeMap<>(Map.of(
                root + "START_TIMESTAMP", "2026-11-28T00:00:03+00:00",
                root + "END_TIMESTAMP", "2026-11-29T00:00:03+00:00",
                root + "SCHEMA_SEQUENCE", "1",
                root + "COPYING", "CC0"));
        months.forEach(
                (month, lines) -> members.put(root + "listens/" + month + ".listens", String.join("\n", lines) + "\n"));
        byte[] archive = packed(members);
        put(archive(number), archive);
        put(archive(number) + ".sha256", text(sha256(archive) + "  " + name(archive(number)) + "\n"));
        put(archive(number) + ".md5", text("0".repeat(32)));
        put(FOLDER + folder(number) + name(archive(number)).replace("listens", "spark"), text("not wanted"));
        return archive;
    }

    /** Puts a file. */
    public void put(String path, byte[] content) {
        files.put(path, content);
    }

    /** Takes a file away. */
    public void remove(String path) {
        files.remove(path);
    }

    /** Does something else when a path is asked for by GET. */
    public void fault(String path, Fault fault) {
        faults.put(path, fault);
    }

    /** Claims another size of a file than it has, when asked for it alone. */
    public void says(String path, long bytes) {
        claims.put(path, bytes);
    }

    /** A line of a dump. */
    public static String listen(String user, long listenedAt, String artist, String title) {
        return ("{\"user_id\":7,\"user_name\":\"%s\",\"timestamp\":%d,\"recording_msid\":\"0f8c7a52-5a0e-4f0e-9f43-0c8f7c1f3b11\","
                        + "\"track_metadata\":{\"artist_name\":\"%s\",\"track_name\":\"%s\",\"release_name\":\"Album\","
                        + "\"additional_info\":{\"submission_client\":\"navidrome\"},\"mbid_mapping\":null}}")
                .formatted(user, listenedAt, artist, title);
    }

    /** Lines of so many listeners with so many plays of forty songs each, four minutes apart. */
    public static List<String> listeners(String prefix, int users, int playsEach, long from) {
        SplittableRandom random = new SplittableRandom(7);
        java.util.ArrayList<String> lines = new java.util.ArrayList<>();
        for (int user = 0; user < users; user++) {
            int first = random.nextInt(60);
            for (int play = 0; play < playsEach; play++) {
                int song = (first + play % 40) % 100;
                lines.add(
                        listen(prefix + user, from + 240L * play, "Artist " + song / 4, "Public %02d".formatted(song)));
            }
        }
        return lines;
    }

    private static byte[] packed(Map<String, String> members) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(packed);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(zstd)) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                byte[] content = text(member.getValue());
                TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The SHA-256 of a file, hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(exchange.getRequestMethod() + " " + path + (range == null ? "" : " " + range));
        try (exchange) {
            byte[] content = path.endsWith("/") ? list(path) : files.get(path);
            Fault fault = exchange.getRequestMethod().equals("GET") ? faults.get(path) : null;
            if (fault != null && fault.answer(exchange, content == null ? new byte[0] : content)) {
                return;
            }
            if (exchange.getRequestMethod().equals("HEAD") && claims.containsKey(path)) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(claims.get(path)));
                exchange.sendResponseHeaders(200, -1);
            } else if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                answer(exchange, content);
            }
        }
    }

    // As nginx lists a folder.
    private byte[] list(String path) {
        String inside = files.keySet().stream()
                .filter(file -> file.startsWith(path))
                .map(file -> file.substring(path.length()).replaceAll("/.*", "/"))
                .distinct()
                .map(name -> "<a href=\"%1$s\">%1$s</a>   29-Nov-2026 04:05   -".formatted(name))
                .collect(Collectors.joining("\r\n"));
        return inside.isEmpty()
                ? null
                : text(
                        "<html>\r\n<head><title>Index of %1$s</title></head>\r\n<body>\r\n<h1>Index of %1$s</h1><hr><pre><a href=\"../\">../</a>\r\n%2$s\r\n</pre><hr></body>\r\n</html>\r\n"
                                .formatted(path, inside));
    }

    /** Answers as a server does that is in order. */
    public static void answer(HttpExchange exchange, byte[] content) throws IOException {
        String tag = '"' + sha256(content).substring(0, 16) + '"';
        exchange.getResponseHeaders().set("ETag", tag);
        int from = from(exchange, tag);
        if (from > 0 && from >= content.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, content.length - from);
    }

    private static int from(HttpExchange exchange, String tag) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        return range == null || (condition != null && !condition.equals(tag))
                ? 0
                : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    }

    /** A fault that breaks off in the middle of what is left, so many times. */
    public static Fault breaksOff(int times) {
        int[] left = {times};
        return (exchange, content) -> {
            if (left[0]-- <= 0) {
                return false;
            }
            String tag = '"' + sha256(content).substring(0, 16) + '"';
            exchange.getResponseHeaders().set("ETag", tag);
            int from = from(exchange, tag);
            int half = (content.length - from) / 2;
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
            exchange.getResponseBody().write(Arrays.copyOfRange(content, from, from + half));
            exchange.getResponseBody().flush();
            return true;
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
