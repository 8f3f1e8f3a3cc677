package org.segue.library.subsonic;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.library.Library;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryPhrase;
import org.segue.library.LibraryServer;
import org.segue.library.LibraryServers;
import org.segue.library.http.ServerClient;

/**
 * Opens connections to servers that speak Subsonic's protocol. Servers differ in how one signs in, so the ways are tried, the
 * best first: a key; a token in place of the password; the password. Each is tried in the body of a request before the address.
 */
@Singleton
class SubsonicServers implements LibraryServers {

    private final ServerClient client;

    SubsonicServers(ServerClient client) {
        this.client = client;
    }

    @Override
    public LibraryKind kind() {
        return LibraryKind.SUBSONIC;
    }

    @Override
    public String signIn(Library library, String user, String password, boolean isApiKey) {
        List<SubsonicLogin> ladder = isApiKey
                ? List.of(SubsonicLogin.ofKey(password))
                : List.of(SubsonicLogin.ofToken(user, password), SubsonicLogin.ofPassword(user, password));
        LibraryException failure = null;
        for (SubsonicLogin login : byAddressToo(ladder)) {
            // Parameters in an address end up in logs of proxies: who has read and refused them is not asked so.
            if (!login.isPosted() && failure != null && failure.fault() == Fault.LOGIN) {
                break;
            }
            failure = failureOf(library, login);
            if (failure == null) {
                return login.text();
            }
        }
        throw isApiKey ? ofKey(failure) : Objects.requireNonNull(failure);
    }

    private static List<SubsonicLogin> byAddressToo(List<SubsonicLogin> ladder) {
        return Stream.concat(ladder.stream(), ladder.stream().map(SubsonicLogin::inTheAddress))
                .toList();
    }

    // Who knows no keys misses the user, or calls it unknown.
    private static LibraryException ofKey(@Nullable LibraryException failure) {
        return failure instanceof SubsonicFailure known && known.code() != SubsonicFailure.KEY
                ? new LibraryException(Fault.LOGIN, LibraryPhrase.NO_API_KEY.with())
                : Objects.requireNonNull(failure);
    }

    private @Nullable LibraryException failureOf(Library library, SubsonicLogin login) {
        try {
            new SubsonicConnection(client, library.url(), login).call("ping");
            return null;
        } catch (LibraryException e) {
            if (e.fault() == Fault.ANSWER || e.fault() == Fault.LOGIN || e.fault() == Fault.FAILED) {
                return e;
            }
            throw e;
        }
    }

    @Override
    public LibraryServer open(Library library, String secret) {
        return new SubsonicServer(new SubsonicConnection(client, library.url(), SubsonicLogin.of(secret)));
    }
}
