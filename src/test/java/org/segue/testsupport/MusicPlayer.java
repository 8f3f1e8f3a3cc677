package org.segue.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * mpd, which plays silence to nobody, and mpdscribble, which tells of it by Audioscrobbler 1.2: Debian's, as they are. Songs are
 * half a minute long, the shortest that mpdscribble tells of.
 */
public final class MusicPlayer implements AutoCloseable {

    private static final int SECONDS = 31;
    private static final int BYTES_A_SECOND = 8000;
    private static final byte SILENCE = (byte) 128;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private final Process mpd;
    private final Process mpdscribble;
    private int songs;

    private MusicPlayer(Path folder, int port, Process mpd, Process mpdscribble) {
        this.folder = folder;
        this.port = port;
        this.mpd = mpd;
        this.mpdscribble = mpdscribble;
    }

    /** Whether both programs are here. */
    public static boolean isInstalled() {
        return List.of("mpd", "mpdscribble").stream()
                .allMatch(program -> Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program))));
    }

    /**
     * Starts them.
     *
     * @param folder for songs, settings and logs
     * @param address of the handshake
     * @param user whose listens it tells
     * @param password a token of that user
     */
    public static MusicPlayer start(Path folder, String address, String user, String password) throws IOException {
        Files.createDirectories(folder.resolve("music"));
        int port = freePort();
        Path mpd = Files.writeString(folder.resolve("mpd.conf"), """
                music_directory "%1$s/music"
                db_file "%1$s/db"
                log_file "%1$s/mpd.log"
                bind_to_address "127.0.0.1"
                port "%2$d"
                audio_output {
                  type "null"
                  name "null"
                }
                """.formatted(folder, port));
        Path mpdscribble = Files.writeString(
                folder.resolve("mpdscribble.conf"), """
                log = %1$s/mpdscribble.log
                verbose = 2
                host = 127.0.0.1
                port = %2$d
                [segue]
                url = %3$s
                username = %4$s
                password = %5$s
                journal = %1$s/journal
                """.formatted(folder, port, address, user, password));
        Process player = started(folder, "mpd", "--no-daemon", mpd.toString());
        awaitPort(port);
        return new MusicPlayer(
                folder, port, player, started(folder, "mpdscribble", "--no-daemon", "--conf", mpdscribble.toString()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process started(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".out").toFile())
                .start();
    }

    private static void awaitPort(int port) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
    }

    /** Puts a song of silence behind the others. */
    public void add(String artist, String title, String album) throws IOException {
        String name = ++songs + ".wav";
        Files.write(folder.resolve("music").resolve(name), wave(artist, title, album));
        command("update");
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            command("add \"" + name + '"');
            return true;
        });
    }

    /** Plays the first song. */
    public void play() throws IOException {
        command("play 0");
    }

    /** Goes on with the next song once enough of this one was heard: more than half. */
    public void next() {
        Awaitility.await()
                .atMost(PATIENCE.plusSeconds(SECONDS))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> seconds() > SECONDS / 2 + 2);
        try {
            command("next");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private double seconds() throws IOException {
        return command("status").stream()
                .filter(line -> line.startsWith("elapsed: "))
                .mapToDouble(line -> Double.parseDouble(line.substring("elapsed: ".length())))
                .findFirst()
                .orElse(0);
    }

    // The lines of the answer; a failure of mpd's is one here.
    private List<String> command(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write((command + "\nclose\n").getBytes(UTF_8));
            out.flush();
            List<String> lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))
                    .lines()
                    .toList();
            if (lines.stream().anyMatch(line -> line.startsWith("ACK "))) {
                throw new IOException(command + ": " + lines);
            }
            return lines;
        }
    }

    /** A file of silence. */
    public static byte[] silence(String artist, String title) throws IOException {
        return wave(artist, title, "");
    }

    private static byte[] wave(String artist, String title, String album) throws IOException {
        byte[] silence = new byte[SECONDS * BYTES_A_SECOND];
        Arrays.fill(silence, SILENCE);
        ByteBuffer format = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        format.putShort((short) 1).putShort((short) 1).putInt(BYTES_A_SECOND).putInt(BYTES_A_SECOND);
        format.putShort((short) 1).putShort((short) 8);
        byte[] names =
                joined("INFO".getBytes(UTF_8), chunk("IART", artist), chunk("INAM", title), chunk("IPRD", album));
        return chunk(
                "RIFF",
                joined(
                        "WAVE".getBytes(UTF_8),
                        chunk("fmt ", format.array()),
                        chunk("LIST", names),
                        chunk("data", silence)));
    }

    private static byte[] chunk(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        // It ends with a zero, and at an even place.
        return chunk(name, Arrays.copyOf(bytes, bytes.length + 2 - bytes.length % 2));
    }

    private static byte[] chunk(String name, byte[] content) throws IOException {
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array();
        return joined(name.getBytes(UTF_8), length, content);
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        mpdscribble.destroy();
        mpd.destroy();
    }
}
