package org.segue.access.bodies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request on a connection of its own, of which a test sends as much as it wants, and of whose answer it reads the head. */
final class RawRequest implements AutoCloseable {

    private static final String VERSION = "HTTP/1.1 ";

    private final Socket socket;
    private final BufferedReader answers;

    RawRequest(URI root) throws IOException {
        this(root, "127.0.0.1");
    }

    /** @param from the client's address, any of 127.0.0.0/8 */
    RawRequest(URI root, String from) throws IOException {
        this.socket =
                new Socket(InetAddress.getLoopbackAddress(), root.getPort(), InetAddress.getAllByName(from)[0], 0);
        socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
        this.answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    RawRequest head(String methodAndPath, String... headers) throws IOException {
        return send(methodAndPath + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    }

    /** Sends text, each character as a byte. */
    RawRequest send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends a piece of a chunked body. */
    RawRequest chunk(String text) throws IOException {
        return send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    /** The status of the next answer; waits for it. */
    int status() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(VERSION)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("the connection was closed without an answer");
        }
        return Integer.parseInt(line.substring(VERSION.length()).split(" ", 2)[0]);
    }

    /** A header of the answer whose status was read last; null if it has none. */
    @Nullable
    String header(String name) throws IOException {
        String found = null;
        for (String line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                found = line.substring(name.length() + 1).strip();
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
