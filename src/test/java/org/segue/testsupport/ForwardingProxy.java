package org.segue.testsupport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A proxy that passes on everything as it comes, byte by byte, a connection for a connection, and says in {@code X-Forwarded-For}
 * whom the first request of each is from. Nothing is kept back: who drips drips on the service.
 */
public final class ForwardingProxy implements AutoCloseable {

    private static final int BACKLOG = 1000;

    private final ServerSocket server;
    private final String own;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        return thread;
    });

    private ForwardingProxy(ServerSocket server, String own, int target) {
        this.server = server;
        this.own = own;
        this.target = target;
    }

    /**
     * Starts one.
     *
     * @param own the address that the service sees, such as 127.0.0.9
     * @param target the service's port
     */
    public static ForwardingProxy start(String own, int target) throws IOException {
        ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        ForwardingProxy proxy = new ForwardingProxy(server, own, target);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException e) {
                // Closed, or that client has gone already.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket service = new Socket()) {
            service.bind(new InetSocketAddress(InetAddress.getByName(own), 0));
            service.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            threads.execute(() -> pass(service, client));
            InputStream in = new BufferedInputStream(client.getInputStream());
            service.getOutputStream().write(requestLine(in));
            String header = "X-Forwarded-For: " + client.getInetAddress().getHostAddress() + "\r\n";
            service.getOutputStream().write(header.getBytes(StandardCharsets.US_ASCII));
            pass(in, service);
        } catch (IOException e) {
            // One side has gone, and with it the other.
        }
    }

    private static byte[] requestLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            line.write(next);
            if (next == '\n') {
                break;
            }
            next = in.read();
        }
        return line.toByteArray();
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            pass(from.getInputStream(), to);
        } catch (IOException e) {
            // One side has gone, and with it the other.
        }
    }

    private static void pass(InputStream from, Socket to) throws IOException {
        byte[] piece = new byte[1 << 13];
        for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
            to.getOutputStream().write(piece, 0, count);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
