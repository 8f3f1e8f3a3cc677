package org.segue.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Requests made from an OpenAPI document: each operation with parameters and bodies that fit the document by half and are
 * hostile by half. The same seed makes the same requests.
 */
public final class RequestFuzz {

    /** An operation of the document. */
    public record Operation(String method, String path, JsonNode description) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 6;
    private static final int MAX_LENGTH_IN_ADDRESS = 600;
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final String root;
    private final List<String> ids;
    private final Random random;

    /**
     * A source of requests.
     *
     * @param document the OpenAPI document
     * @param root where the service is, {@code http://127.0.0.1:5000}
     * @param ids of users, songs and so on that there are
     * @param seed where random choices start
     */
    public RequestFuzz(JsonNode document, String root, List<String> ids, long seed) {
        this.document = document;
        this.root = root;
        this.ids = ids;
        this.random = new Random(seed);
    }

    /** All operations. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (String method : METHODS) {
                JsonNode description = path.getValue().get(method);
                if (description != null) {
                    operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey(), description));
                }
            }
        }
        return operations;
    }

    /** A request for an operation, and the text of its body. */
    public record Request(HttpRequest request, @Nullable String body) {
        @Override
        public String toString() {
            return request.method() + " " + request.uri() + " " + (body == null ? "" : shortened(body));
        }

        private static String shortened(String text) {
            return text.length() <= 500 ? text : text.substring(0, 500) + "… (" + text.length() + ")";
        }
    }

    /** Makes a request. */
    public Request request(Operation operation) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.description().path("parameters")) {
            JsonNode known = resolved(parameter);
            String name = known.path("name").asText();
            if (known.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", encoded(text(known.path("schema"))));
            } else if (known.path("in").asText().equals("query") && chance(0.6)) {
                query.append(query.length() == 0 ? '?' : '&')
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(text(known.path("schema"))));
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path + query))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + AdministratorHeader.TOKEN);
        String body = body(operation, request);
        request.method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return new Request(request.build(), body);
    }

    private @Nullable String body(Operation operation, HttpRequest.Builder request) {
        JsonNode contents =
                resolved(operation.description().path("requestBody")).path("content");
        if (contents.isEmpty()) {
            return null;
        }
        List<String> types = new ArrayList<>();
        contents.fieldNames().forEachRemaining(types::add);
        String type = types.get(random.nextInt(types.size()));
        String sent = chance(0.05) ? "text/nonsense" : type.contains("*") ? "application/octet-stream" : type;
        request.header("Content-Type", sent);
        if (!type.contains("json")) {
            return string();
        }
        String body = value(contents.get(type).path("schema"), 0).toString();
        // Cut off, or with numbers that are none.
        return chance(0.1)
                ? body.substring(0, random.nextInt(body.length() + 1))
                : chance(0.05) ? body.replaceFirst(":[^,}]*", ":NaN") : body;
    }

    private JsonNode value(JsonNode described, int depth) {
        JsonNode schema = resolved(described);
        if (depth > DEEPEST || chance(0.05)) {
            return anything();
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                JsonNode options = schema.get(choice);
                return value(options.get(random.nextInt(options.size())), depth);
            }
        }
        if (schema.has("enum") && chance(0.8)) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.getNodeFactory().numberNode(integer());
            case "number" -> JSON.getNodeFactory().numberNode(number());
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.getNodeFactory().textNode(string());
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (chance(0.6)) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        }
        if (chance(0.05)) {
            object.set(string(), anything());
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.createArrayNode();
        int size = chance(0.03) ? 2_000 : random.nextInt(4);
        for (int k = 0; k < size; k++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode anything() {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().numberNode(number());
            case 2 -> JSON.getNodeFactory().booleanNode(true);
            case 3 -> JSON.createArrayNode().add(JSON.createArrayNode());
            case 4 -> JSON.createObjectNode().put("x", 1);
            default -> JSON.getNodeFactory().textNode(string());
        };
    }

    /** A value as it stands in an address: one that is too long as a whole ends the connection, as it should. */
    private String text(JsonNode schema) {
        JsonNode value = value(schema, DEEPEST);
        String text = value.isValueNode() ? value.asText() : string();
        return text.substring(0, Math.min(text.length(), MAX_LENGTH_IN_ADDRESS));
    }

    private String string() {
        if (chance(0.5)) {
            return ids.get(random.nextInt(ids.size()));
        }
        return switch (random.nextInt(14)) {
            case 0 -> "";
            case 1 -> "x".repeat(20_000);
            case 2 -> "../../../etc/passwd";
            case 3 -> "a/b%2Fc?d#e";
            case 4 -> "\uD83C\uDFB5\uD83D\uDC69\u200D\uD83D\uDCBB";
            case 5 -> "\uD800";
            case 6 -> "nul\u0000byte";
            case 7 -> "<img src=x onerror=alert(1)>";
            case 8 -> "'; DROP TABLE song; --";
            case 9 -> "\u0627\u0644\u0639\u0631\u0628\u064A\u0629 \u202E";
            case 10 -> "{\"a\":[1,2";
            case 11 -> "user,song,plays\na,b,1\n";
            case 12 -> "2024-13-45T99:99:99Z";
            default -> Long.toString(integer());
        };
    }

    private long integer() {
        long[] edges = {
            0, 1, -1, 7, 500, 501, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1_700_000_000
        };
        return chance(0.5) ? 1 + random.nextInt(20) : edges[random.nextInt(edges.length)];
    }

    private double number() {
        double[] edges = {0, -0.0, 1, -1, 0.5, 1e308, -1e308, 1e-308, 1e19};
        return chance(0.5) ? random.nextDouble() : edges[random.nextInt(edges.length)];
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText().equals("null") && type.size() > 1
                    ? type.get(1).asText()
                    : type.get(0).asText();
        }
        return schema.has("properties") ? "object" : type.asText("string");
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolved(document.at(reference.asText().substring(1)));
    }

    private boolean chance(double part) {
        return random.nextDouble() < part;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
