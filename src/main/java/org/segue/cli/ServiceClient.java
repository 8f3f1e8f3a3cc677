package org.segue.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The API of a running service. What it refuses is a {@link SetupException} in its own words. For one thread. */
final class ServiceClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /** A preview reads all of a file before it answers. */
    private static final Duration ANSWERING = Duration.ofMinutes(30);

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final URI base;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();

    /**
     * A client.
     *
     * @param address where the service is, with or without a slash at its end
     * @param token of the administrator
     */
    ServiceClient(String address, String token) {
        this.base = base(address);
        this.token = token;
    }

    private static URI base(String address) {
        String withScheme = address.contains("://") ? address : "http://" + address;
        try {
            URI uri = new URI(withScheme.endsWith("/") ? withScheme : withScheme + "/");
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (java.net.URISyntaxException e) {
            // Told below.
        }
        throw new SetupException("%s is no address: expected one like http://localhost:5000.".formatted(address));
    }

    /** The service refused the token. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Reads. */
    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** Sends a document. */
    JsonNode post(String path, Map<String, ?> document) {
        try {
            BodyPublisher body = BodyPublishers.ofString(JSON.writeValueAsString(document));
            return send(request(path).header("Content-Type", "application/json").POST(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends nothing. */
    JsonNode post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /** Sends a file as a form, without reading it whole. */
    JsonNode upload(String path, Path file) throws IOException {
        String boundary = "segue-" + UUID.randomUUID();
        String name = String.valueOf(file.getFileName()).replaceAll("[\"\\r\\n]", "_");
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, name);
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    }

    /** Takes something away. */
    JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    /** A text as a part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWERING)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status == UNAUTHORIZED || status == FORBIDDEN) {
                throw new RefusedException();
            }
            if (status / 100 != 2) {
                throw new SetupException(problem(answer));
            }
            return document(answer);
        } catch (ConnectException e) {
            throw new SetupException(
                    "Nothing answers at %s. Start Segue there first, or name another address with --url."
                            .formatted(base));
        } catch (IOException e) {
            throw new SetupException("%s does not answer: %s.".formatted(base, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupException("Interrupted. What is done is kept: run segue setup again to go on.");
        }
    }

    private JsonNode document(HttpResponse<String> answer) throws IOException {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new SetupException("What answers at %s is not Segue.".formatted(base));
        }
    }

    private String problem(HttpResponse<String> answer) {
        try {
            String detail = JSON.readTree(answer.body()).path("detail").asText();
            if (!detail.isEmpty()) {
                return detail;
            }
        } catch (JsonProcessingException e) {
            // Of something else than Segue.
        }
        return "%s answers with status %d.".formatted(base, answer.statusCode());
    }
}
