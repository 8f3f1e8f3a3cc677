package org.segue.library;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.User;
import org.segue.storage.Database;

/** Listeners' logins at libraries: added after they have signed in once, changed, taken back. Its methods block. */
@Singleton
public class LoginService {

    private final Database database;
    private final HouseRepository house;
    private final LibraryRepository libraries;
    private final LoginRepository logins;
    private final LibraryConnections connections;
    private final SyncEvents events;
    private final LoginEnd end;

    LoginService(
            Database database,
            HouseRepository house,
            LibraryRepository libraries,
            LoginRepository logins,
            LibraryConnections connections,
            SyncEvents events,
            LoginEnd end) {
        this.database = database;
        this.house = house;
        this.libraries = libraries;
        this.logins = logins;
        this.connections = connections;
        this.events = events;
        this.end = end;
    }

    /**
     * Signs a listener in to a library and keeps the login, in place of the one that the listener had there. A listener of whom
     * nobody has heard is made.
     *
     * @param listener what the listener is called here
     * @throws LibraryException if the server cannot be reached, or refuses
     * @throws LibraryTakenException if the account is another listener's, and its taste would be this one's too
     * @throws org.segue.catalog.AmbiguousNameException if several are called so
     */
    public LibraryLogin add(Library library, String listener, Account account, LoginTaste taste) {
        house.find(listener);
        String hidden = connections.signIn(library, account);
        ServerFacts facts = connections.facts(library, hidden);
        String serverUser = name(account, facts.account());
        int id = database.writeNow(connection -> {
            User user = house.keep(connection, listener);
            List<LibraryLogin> others = LoginRepository.ofAccount(connection, library.id(), serverUser, user.id());
            if (taste.takesAnything() && !others.isEmpty()) {
                throw new LibraryTakenException(LibraryPhrase.ACCOUNT_TAKEN.with(
                        others.get(0).listenerName(), library.name(), serverUser, user.name()));
            }
            return LoginRepository.put(connection, library.id(), user.id(), serverUser, hidden, taste);
        });
        libraries.learn(library.id(), facts.ofServer());
        events.ownedChanged();
        return logins.byId(id).orElseThrow();
    }

    // If nobody says whose a key is, who comes with the same key is the same.
    private static String name(Account account, @Nullable String toldName) {
        if (toldName != null && !toldName.isBlank()) {
            return toldName;
        }
        return account.user().isEmpty() ? "key " + fingerprint(account.password()) : account.user();
    }

    private static String fingerprint(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /**
     * Says what of a login's taste counts, from the next sync on.
     *
     * @throws LibraryTakenException if the account is another listener's too, and both would have its taste
     */
    public Optional<LibraryLogin> change(int loginId, LoginTaste taste) {
        Optional<LibraryLogin> login = logins.byId(loginId);
        login.ifPresent(known -> {
            boolean isTaken = logins.ofLibrary(known.libraryId()).stream()
                    .anyMatch(other -> other.id() != loginId
                            && other.serverUser().equals(known.serverUser())
                            && other.taste().takesAnything());
            if (isTaken && taste.takesAnything()) {
                throw new LibraryTakenException(LibraryPhrase.TASTE_TAKEN.with(known.serverUser()));
            }
            logins.change(loginId, taste);
        });
        return logins.byId(loginId);
    }

    /**
     * Takes a login back, with what it alone has brought, and the lists that were made on its server.
     *
     * @return names of the lists that stay there because the server does not answer or refuses; nothing if there was no login
     */
    public Optional<List<String>> remove(int loginId) {
        Optional<LibraryLogin> login = logins.byId(loginId);
        return login.map(gone -> {
            List<String> left = end.end(List.of(gone));
            LibraryKeys keys = libraries.keys(gone.libraryId()).orElseThrow();
            database.writeNow(connection -> {
                LibraryTasteRepository.takeBack(connection, gone.userId(), keys.importId());
                return LoginRepository.delete(connection, loginId);
            });
            events.ownedChanged();
            events.takenBack(List.of(gone.userId()));
            return left;
        });
    }
}
