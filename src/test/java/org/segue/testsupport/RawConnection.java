package org.segue.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A connection on which a test writes what it wants byte by byte. On Linux every address of 127.0.0.0/8 is this machine's:
 * connections from several are those of several clients.
 */
public final class RawConnection implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private Socket socket = new Socket();

    private RawConnection() {}

    /**
     * Connects.
     *
     * @param from the client's address, 127.0.0.2 for example
     * @param port the service's
     */
    public static RawConnection open(String from, int port) throws IOException {
        RawConnection connection = new RawConnection();
        // As it is: the system would let it grow to what all of an answer fits into.
        connection.socket.setReceiveBufferSize(PIECE);
        connection.socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        connection.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return connection;
    }

    /** Goes on in TLS, whatever certificate the other side shows. */
    public RawConnection secured() throws IOException {
        socket = Certificates.trusting().createSocket(socket, "127.0.0.1", socket.getPort(), true);
        return this;
    }

    /** Writes, each character as a byte. */
    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** What comes until the other side closes, or nothing has come for so long. */
    public String read(Duration patience) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        socket.setSoTimeout((int) patience.toMillis());
        try {
            InputStream in = socket.getInputStream();
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                read.write(piece, 0, count);
            }
        } catch (SocketTimeoutException | SocketException e) {
            // Nothing more, or the connection was reset: what came before counts.
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    /** What comes until a text has come. */
    public String readUntil(String wanted, Duration patience) throws IOException {
        StringBuilder read = new StringBuilder();
        socket.setSoTimeout((int) patience.toMillis());
        while (read.indexOf(wanted) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("no %s in: %s".formatted(wanted, read));
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Takes so many bytes, and waits; false if they have not come. */
    public boolean take(int count, Duration pause) throws IOException, InterruptedException {
        socket.setSoTimeout(30_000);
        boolean isThere = socket.getInputStream().readNBytes(count).length == count;
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        return isThere;
    }

    /** The status of an answer after which the service closes: the request must ask for that. */
    public int status(Duration patience) throws IOException {
        String[] words = read(patience).split(" ", 3);
        return words.length == 3 ? Integer.parseInt(words[1]) : 0;
    }

    /** Whether the other side has closed, within so long. */
    public boolean isClosed(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        try {
            InputStream in = socket.getInputStream();
            while (in.skip(PIECE) > 0 || in.read() >= 0) {
                // What came before the end does not matter.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Whether the other side has closed; what has come until now is thrown away. */
    public boolean hasEnded() throws IOException {
        InputStream in = socket.getInputStream();
        socket.setSoTimeout(1);
        try {
            while (in.available() > 0) {
                in.skipNBytes(in.available());
            }
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
