package org.segue.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** supysonic, a real server that speaks Subsonic's protocol: Debian's, as it is, with files that tests make. */
public final class Supysonic implements AutoCloseable {

    private static final List<String> PROGRAMS = List.of("supysonic-cli", "supysonic-server");
    private static final int RATE = 8000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private @Nullable Process server;

    private Supysonic(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Whether it is installed here, with what it needs to serve. */
    public static boolean isInstalled() {
        return PROGRAMS.stream()
                        .allMatch(program -> Arrays.stream(System.getenv("PATH").split(":"))
                                .anyMatch(place -> Files.isExecutable(Path.of(place, program))))
                && Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/waitress"));
    }

    /**
     * A server that does not run yet, without users and songs.
     *
     * @param folder an empty folder of its own
     */
    public static Supysonic in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("music"));
        Files.writeString(folder.resolve("supysonic.conf"), """
                [base]
                database_uri = sqlite:///%1$s/supysonic.db
                [webapp]
                cache_dir = %1$s/cache
                [daemon]
                socket = %1$s/supysonic.sock
                """.formatted(folder.toAbsolutePath()));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Supysonic(folder, free.getLocalPort());
        }
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Lets somebody sign in. */
    public void user(String name, String password) {
        cli("user", "add", name, "-p", password);
    }

    /** Writes a file of a song without sound; {@link #scan} makes it known. */
    public void song(String artist, String album, String title, int seconds) throws IOException {
        Path file = folder.resolve("music").resolve(artist).resolve(album).resolve(title + ".flac");
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                flac(
                        seconds,
                        List.of("ARTIST=" + artist, "ALBUMARTIST=" + artist, "ALBUM=" + album, "TITLE=" + title)));
    }

    /** Deletes the file of a song. */
    public void removeSong(String artist, String album, String title) throws IOException {
        Files.delete(folder.resolve("music").resolve(artist).resolve(album).resolve(title + ".flac"));
    }

    /** Reads all files. */
    public void scan() {
        cli("folder", "scan", "-f", "--foreground", "music");
    }

    /** Starts it: users and songs may come before and after. */
    public void start() throws IOException {
        cli("folder", "add", "music", folder.resolve("music").toAbsolutePath().toString());
        scan();
        server = process(List.of("supysonic-server", "-S", "waitress", "-h", "127.0.0.1", "-p", String.valueOf(port)));
        Awaitility.await().atMost(PATIENCE).until(this::isOpen);
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void cli(String... arguments) {
        try {
            Process process = process(Stream.concat(Stream.of("supysonic-cli"), Arrays.stream(arguments))
                    .toList());
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(log().toPath()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process process(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                .start();
    }

    private File log() {
        return folder.resolve("supysonic.log").toFile();
    }

    // What a server reads of a file: its length and its words. There is no sound.
    private static byte[] flac(int seconds, List<String> words) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("fLaC".getBytes(UTF_8));
        long samples = (long) seconds * RATE;
        file.writeBytes(ByteBuffer.allocate(4 + 34)
                .putInt(34)
                .putShort((short) 4096)
                .putShort((short) 4096)
                .put(new byte[6])
                .putLong((long) RATE << 44 | 15L << 36 | samples)
                .put(new byte[16])
                .array());
        byte[] comments = comments(words);
        file.writeBytes(
                ByteBuffer.allocate(4).putInt(0x84 << 24 | comments.length).array());
        file.writeBytes(comments);
        return file.toByteArray();
    }

    private static byte[] comments(List<String> words) {
        ByteBuffer comments = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
        comments.putInt("Segue".length()).put("Segue".getBytes(UTF_8)).putInt(words.size());
        for (String word : words) {
            byte[] bytes = word.getBytes(UTF_8);
            comments.putInt(bytes.length).put(bytes);
        }
        return Arrays.copyOf(comments.array(), comments.position());
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
