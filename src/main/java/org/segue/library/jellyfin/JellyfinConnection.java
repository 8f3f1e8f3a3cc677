package org.segue.library.jellyfin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryPhrase;
import org.segue.library.http.ServerAnswer;
import org.segue.library.http.ServerClient;
import org.segue.library.http.ServerRequest;
import org.segue.library.http.ServerRequest.Parameter;

/** Asks a server as one account. For one thread at a time. */
final class JellyfinConnection {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerClient client;
    private final String root;
    private final JellyfinLogin login;

    JellyfinConnection(ServerClient client, URI base, JellyfinLogin login) {
        this.client = client;
        this.root = base.toString().replaceAll("/+$", "");
        this.login = login;
    }

    /** Who asks. */
    JellyfinLogin login() {
        return login;
    }

    /** What is at a path; fails if nothing is. */
    JsonNode get(String path, Parameter... parameters) {
        return find(path, parameters).orElseThrow(JellyfinConnection::missing);
    }

    /** What is at a path; nothing if nothing is. */
    Optional<JsonNode> find(String path, Parameter... parameters) {
        ServerAnswer answer = client.send(ServerRequest.get(uri(path, parameters), login.headers()));
        return isMissing(answer) ? Optional.empty() : Optional.of(json(answer));
    }

    /** Sends JSON; what is answered, a missing node if that is nothing. */
    JsonNode post(String path, JsonNode body, Parameter... parameters) {
        ServerAnswer answer = client.send(ServerRequest.json(uri(path, parameters), login.headers(), body.toString()));
        if (isMissing(answer)) {
            throw missing();
        }
        return json(answer);
    }

    /** Deletes what is at a path, if anything is. */
    void delete(String path, Parameter... parameters) {
        ServerAnswer answer =
                client.send(new ServerRequest("DELETE", uri(path, parameters), login.headers(), null, ""));
        if (!isMissing(answer)) {
            requireSuccess(answer);
        }
    }

    private URI uri(String path, Parameter... parameters) {
        String query = parameters.length == 0 ? "" : "?" + ServerRequest.encoded(List.of(parameters));
        return URI.create(root + path + query);
    }

    // A page that is missing is a proxy's: then it is not the thing that is missing, but the server.
    private static boolean isMissing(ServerAnswer answer) {
        return answer.status() == 404 && !answer.isPage();
    }

    private static LibraryException missing() {
        return new LibraryException(Fault.FAILED, LibraryPhrase.NOT_THERE.with());
    }

    private static JsonNode json(ServerAnswer answer) {
        requireSuccess(answer);
        try {
            JsonNode tree = JSON.readTree(answer.body());
            if (tree.isObject() || tree.isArray() || tree.isMissingNode()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            // Not to be quoted.
        }
        throw new LibraryException(
                Fault.ANSWER, answer.isPage() ? LibraryPhrase.WEB_PAGE.with() : LibraryPhrase.NOT_JELLYFIN.with());
    }

    private static void requireSuccess(ServerAnswer answer) {
        int status = answer.status();
        if (status / 100 == 2) {
            return;
        }
        throw switch (status) {
            case 401 -> new LibraryException(Fault.LOGIN, LibraryPhrase.REFUSED.with());
            case 403 -> new LibraryException(Fault.FORBIDDEN, LibraryPhrase.FORBIDDEN.with());
            case 404 -> new LibraryException(Fault.ANSWER, LibraryPhrase.NO_JELLYFIN.with());
            case 503 -> new LibraryException(Fault.FAILED, LibraryPhrase.NOT_READY.with());
            default ->
                status / 100 == 5
                        ? new LibraryException(Fault.FAILED, LibraryPhrase.SERVER_ERROR.with(status))
                        : new LibraryException(Fault.ANSWER, LibraryPhrase.NOT_UNDERSTOOD.with(status));
        };
    }
}
