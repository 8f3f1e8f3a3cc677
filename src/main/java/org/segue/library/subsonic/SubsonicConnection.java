package org.segue.library.subsonic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryPhrase;
import org.segue.library.http.ServerAnswer;
import org.segue.library.http.ServerClient;
import org.segue.library.http.ServerRequest;
import org.segue.library.http.ServerRequest.Parameter;
import org.segue.text.Sentence;

/** Calls methods of a server as one account. For one thread at a time. */
final class SubsonicConnection {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Parameter CLIENT = new Parameter("c", "Segue");
    private static final Parameter FORMAT = new Parameter("f", "json");

    private final ServerClient client;
    private final URI base;
    private final SubsonicLogin login;

    /** Version of the protocol that is spoken; that of an old server once it has said so. */
    private String version = "1.16.1";

    SubsonicConnection(ServerClient client, URI base, SubsonicLogin login) {
        this.client = client;
        this.base = base;
        this.login = login;
    }

    /** The account's way of signing in. */
    SubsonicLogin login() {
        return login;
    }

    /** Calls a method; what it answers, without a failure. */
    JsonNode call(String method, Parameter... parameters) {
        return call(method, List.of(parameters));
    }

    /** The same with a list of parameters. */
    JsonNode call(String method, List<Parameter> parameters) {
        JsonNode answer = send(method, parameters, login.isPosted());
        if (codeOf(answer) == SubsonicFailure.SERVER_TOO_OLD && answer.hasNonNull("version")) {
            version = answer.get("version").asText();
            answer = send(method, parameters, login.isPosted());
        }
        if (!"ok".equals(answer.path("status").asText())) {
            throw new SubsonicFailure(Math.max(0, codeOf(answer)));
        }
        return answer;
    }

    /** The code of a failure, -1 if it is none. */
    private static int codeOf(JsonNode answer) {
        return answer.path("error").path("code").asInt(-1);
    }

    private JsonNode send(String method, List<Parameter> parameters, boolean isPosted) {
        List<Parameter> all = new ArrayList<>(login.parameters());
        all.add(new Parameter("v", version));
        all.add(CLIENT);
        all.add(FORMAT);
        all.addAll(parameters);
        URI uri = uri(method, isPosted ? "" : "?" + ServerRequest.encoded(all));
        return envelope(client.send(isPosted ? ServerRequest.form(uri, all) : ServerRequest.get(uri, Map.of())));
    }

    private URI uri(String method, String query) {
        String root = base.toString().replaceAll("/+$", "").replaceAll("/rest$", "");
        return URI.create(root + "/rest/" + method + ".view" + query);
    }

    private static JsonNode envelope(ServerAnswer answer) {
        JsonNode envelope = parsed(answer.body()).path("subsonic-response");
        if (envelope.isObject()) {
            return envelope;
        }
        throw switch (answer.status() / 100) {
            case 5 -> new LibraryException(Fault.FAILED, LibraryPhrase.SERVER_ERROR.with(answer.status()));
            case 4 -> refused(answer.status());
            default -> new LibraryException(Fault.ANSWER, other(answer));
        };
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static LibraryException refused(int status) {
        return switch (status) {
            case 401, 403 -> new LibraryException(Fault.LOGIN, LibraryPhrase.PROXY_LOGIN.with(status));
            case 429 -> new LibraryException(Fault.FAILED, LibraryPhrase.TOO_OFTEN.with());
            default -> new LibraryException(Fault.ANSWER, LibraryPhrase.NO_SUBSONIC.with(status));
        };
    }

    private static Sentence other(ServerAnswer answer) {
        if (answer.isXml()) {
            return LibraryPhrase.XML_ONLY.with();
        }
        return answer.isPage() ? LibraryPhrase.WEB_PAGE.with() : LibraryPhrase.NOT_SUBSONIC.with();
    }
}
