package org.segue.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** Asks a running service over HTTP, and waits for what takes it a while. */
public final class ServiceClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "segue-test-boundary";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Short: tests break off at a certain moment of what they follow. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private final String root;

    ServiceClient(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /** Where the service is: protocol, host and port. */
    public String root() {
        return root;
    }

    /** Whether the service says that it is ready; false while nothing answers. */
    boolean isReady() throws InterruptedException {
        try {
            // Without a token: that of a fresh service is not known.
            HttpRequest.Builder health =
                    HttpRequest.newBuilder(URI.create(root + "/q/health/ready")).timeout(Duration.ofSeconds(60));
            return send(health.GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The text at a path. */
    public String text(String path) throws IOException, InterruptedException {
        return successful(send(request(path).GET())).body();
    }

    /** The JSON at a path. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(text(path));
    }

    /** Posts JSON. */
    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return JSON.readTree(successful(send(request)).body());
    }

    /** Posts nothing, and keeps what is answered in a file. */
    public void download(String path, Path file) throws IOException, InterruptedException {
        keep(path, request(path).POST(BodyPublishers.noBody()), file);
    }

    /** Keeps what is at a path in a file. */
    public void save(String path, Path file) throws IOException, InterruptedException {
        keep(path, request(path).GET(), file);
    }

    private void keep(String path, HttpRequest.Builder request, Path file) throws IOException, InterruptedException {
        int status = http.send(request.build(), BodyHandlers.ofFile(file)).statusCode();
        if (status != 200) {
            throw new IllegalStateException("%s: %d".formatted(path, status));
        }
    }

    /** Posts as a player with a user's token; answers with the status, whatever it is. */
    public int submit(String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + "/1/submit-listens"))
                .header("Authorization", "Token " + token)
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(body));
        return send(request).statusCode();
    }

    /** Sends JSON as the administrator; answers with the status, whatever it is. */
    public int status(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        return send(request).statusCode();
    }

    /** Deletes what is at a path. */
    public JsonNode delete(String path) throws IOException, InterruptedException {
        return JSON.readTree(successful(send(request(path).DELETE())).body());
    }

    /** Sends files to import in one multipart body; answers with the number of the import. */
    public int upload(String query, List<Path> files) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Path file : files) {
            body.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            body.writeBytes(Files.readAllBytes(file));
            body.writeBytes(utf8("\r\n"));
        }
        body.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        HttpRequest.Builder request = request("/api/imports" + query)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return JSON.readTree(successful(send(request)).body()).get("id").intValue();
    }

    /** Where it is, without a slash at the end. */
    public String address() {
        return root;
    }

    /** Ten songs for a user, with reasons. */
    public JsonNode recommend(String userJson) throws IOException, InterruptedException {
        return post("/recommend", "{\"user\":" + userJson + ",\"n\":10}");
    }

    /** Waits until a job, such as {@code /api/imports/1}, has ended; answers with it. */
    public JsonNode awaitEnd(String path) {
        return await(
                path,
                job -> !List.of("queued", "running").contains(job.path("status").textValue()));
    }

    /** Asks for a path again and again until the answer is as wanted; answers with it. */
    public JsonNode await(String path, Predicate<JsonNode> wanted) {
        return Awaitility.await(path)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(() -> get(path), wanted);
    }

    /** What a field says in each item of an answer. */
    public static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + AdministratorHeader.TOKEN)
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> successful(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "%s: %d %s".formatted(response.uri(), response.statusCode(), response.body()));
        }
        return response;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
