package org.segue.library.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to a server. May hold a secret anywhere, so its text says nothing but where it goes.
 *
 * @param contentType of the body, null if there is none
 */
public record ServerRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String contentType,
        String body) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** A parameter of a query or form; the same name may come more than once. */
    public record Parameter(String name, String value) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Asks for something. */
    public static ServerRequest get(URI uri, Map<String, String> headers) {
        return new ServerRequest("GET", uri, headers, null, "");
    }

    /** Sends parameters in the body, where no proxy's log has them. */
    public static ServerRequest form(URI uri, List<Parameter> parameters) {
        return new ServerRequest("POST", uri, Map.of(), FORM, encoded(parameters));
    }

    /** Sends JSON. */
    public static ServerRequest json(URI uri, Map<String, String> headers, String json) {
        return new ServerRequest("POST", uri, headers, "application/json", json);
    }

    /** Parameters as a query or form. */
    public static String encoded(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.name() + '=' + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The same request to where an answer has sent it; what is to be seen elsewhere (303) is asked for. */
    ServerRequest sentOn(URI other, int status) {
        return status == 303 ? get(other, headers) : new ServerRequest(method, other, headers, contentType, body);
    }

    /** Host and port, as people write them. */
    String place() {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    @Override
    public String toString() {
        return method + " " + place();
    }
}
