package org.segue.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests on one connection, byte by byte: a client library would connect anew where it can. */
@QuarkusTest
class UnreadBodiesTest {

    private static final String NEXT = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URL root;

    @ParameterizedTest
    @CsvSource({
        "/recommend, text/nonsense, 415",
        "/api/imports, text/csv, 401",
        "/1/submit-listens, application/json, 401"
    })
    void refusedRequest_withABodyThatNobodyReads_leavesTheConnectionToTheNext(String path, String type, int status)
            throws IOException {
        try (Socket socket = connect()) {
            send(socket, path, type, 200_000);
            BufferedReader answers = answers(socket);
            assertThat(statusLine(answers)).contains(" " + status + " ");

            socket.getOutputStream().write(NEXT.getBytes(StandardCharsets.US_ASCII));

            assertThat(statusLine(answers)).contains(" 200 ");
        }
    }

    @Test
    void refusedRequest_thatGoesOnForEver_loosesItsConnection() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "/api/imports", "text/csv", 200_000_000);
        } catch (IOException closed) {
            return;
        }
        throw new AssertionError("all of it was taken");
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(root.getHost(), root.getPort());
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        return socket;
    }

    private static void send(Socket socket, String path, String type, int length) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, type, length)
                .getBytes(StandardCharsets.US_ASCII));
        byte[] piece = new byte[10_000];
        for (int sent = 0; sent < length; sent += piece.length) {
            out.write(piece);
        }
    }

    private static BufferedReader answers(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String statusLine(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith("HTTP/1.1 ")) {
            // An answer without an end of line comes before the next one's first.
            line = line.contains("HTTP/1.1 ") ? line.substring(line.indexOf("HTTP/1.1 ")) : answers.readLine();
        }
        return String.valueOf(line);
    }
}
