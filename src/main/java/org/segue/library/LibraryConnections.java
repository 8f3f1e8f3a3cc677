package org.segue.library;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.segue.library.LibraryException.Fault;

/** Opens connections to libraries' servers as the logins that were kept. Its methods block. */
@Singleton
public class LibraryConnections {

    private final List<LibraryServers> servers;
    private final LibraryRepository libraries;
    private final LoginRepository logins;
    private final SecretKey key;

    LibraryConnections(
            @All List<LibraryServers> servers, LibraryRepository libraries, LoginRepository logins, SecretKey key) {
        this.servers = servers;
        this.libraries = libraries;
        this.logins = logins;
        this.key = key;
    }

    /**
     * The server of a login's library, spoken to as the login. Calls nobody yet.
     *
     * @throws LibraryException if the login is gone, or its secret cannot be read any more
     */
    public LibraryServer open(LibraryLogin login) {
        LibraryState state = libraries
                .byId(login.libraryId())
                .orElseThrow(() -> new LibraryException(Fault.FAILED, LibraryPhrase.GONE.with()));
        String hidden = logins.secret(login.id())
                .orElseThrow(() -> new LibraryException(Fault.LOGIN, LibraryPhrase.LOGIN_GONE.with()));
        String secret = key.decrypt(hidden, owner(state.library()))
                .orElseThrow(
                        () -> new LibraryException(Fault.LOGIN, LibraryPhrase.SIGN_IN_AGAIN.with(login.serverUser())));
        return of(state.library()).open(state.library(), secret);
    }

    /**
     * Signs in.
     *
     * @return what to keep, encrypted
     * @throws LibraryException if the server cannot be reached or refuses
     */
    String signIn(Library library, Account account) {
        String secret = of(library).signIn(library, account.user(), account.password(), account.isApiKey());
        return key.encrypt(secret, owner(library));
    }

    /** Asks what the server is and can do, as an account that has just signed in. */
    ServerFacts facts(Library library, String hidden) {
        String secret = key.decrypt(hidden, owner(library)).orElseThrow();
        return of(library).open(library, secret).facts();
    }

    private LibraryServers of(Library library) {
        return servers.stream()
                .filter(each -> each.kind() == library.kind())
                .findFirst()
                .orElseThrow(() -> new LibraryException(
                        Fault.FAILED,
                        LibraryPhrase.UNKNOWN_KIND.with(library.kind().word())));
    }

    // A secret that was put into another library's row signs in nowhere.
    private static String owner(Library library) {
        return "library " + library.id();
    }
}
