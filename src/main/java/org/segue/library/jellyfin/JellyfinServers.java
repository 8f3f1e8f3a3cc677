package org.segue.library.jellyfin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.segue.library.Library;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryPhrase;
import org.segue.library.LibraryServer;
import org.segue.library.LibraryServers;
import org.segue.library.http.ServerClient;

/**
 * Opens connections to Jellyfin servers. A password is sent once, for a token; a key of an administrator stands for the account
 * that is named.
 */
@Singleton
class JellyfinServers implements LibraryServers {

    private final ServerClient client;

    JellyfinServers(ServerClient client) {
        this.client = client;
    }

    @Override
    public LibraryKind kind() {
        return LibraryKind.JELLYFIN;
    }

    @Override
    public String signIn(Library library, String user, String password, boolean isApiKey) {
        String device = "segue-" + UUID.randomUUID();
        JellyfinLogin login = isApiKey
                ? ofKey(library, user, new JellyfinLogin(password, true, "", user, device))
                : byPassword(library, password, new JellyfinLogin("", false, "", user, device));
        return login.text();
    }

    private JellyfinLogin byPassword(Library library, String password, JellyfinLogin asked) {
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("Username", asked.user())
                .put("Pw", password);
        JsonNode answer = connection(library, asked).post("/Users/AuthenticateByName", body);
        JsonNode user = answer.path("User");
        return granted(new JellyfinLogin(
                answer.path("AccessToken").asText(),
                false,
                user.path("Id").asText(),
                user.path("Name").asText(asked.user()),
                asked.device()));
    }

    private JellyfinLogin ofKey(Library library, String name, JellyfinLogin asked) {
        for (JsonNode user : connection(library, asked).get("/Users")) {
            boolean isIt = user.path("Name").asText().equalsIgnoreCase(name)
                    || user.path("Id").asText().equalsIgnoreCase(name.replace("-", ""));
            if (isIt) {
                return granted(new JellyfinLogin(
                        asked.token(),
                        true,
                        user.path("Id").asText(),
                        user.path("Name").asText(),
                        asked.device()));
            }
        }
        throw new LibraryException(Fault.LOGIN, LibraryPhrase.KEY_WITHOUT_USER.with());
    }

    private static JellyfinLogin granted(JellyfinLogin login) {
        if (login.token().isEmpty() || login.userId().isEmpty()) {
            throw new LibraryException(Fault.ANSWER, LibraryPhrase.NOT_JELLYFIN.with());
        }
        return login;
    }

    private JellyfinConnection connection(Library library, JellyfinLogin login) {
        return new JellyfinConnection(client, library.url(), login);
    }

    @Override
    public LibraryServer open(Library library, String secret) {
        return new JellyfinServer(connection(library, JellyfinLogin.of(secret)));
    }
}
