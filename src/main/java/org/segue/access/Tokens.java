package org.segue.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.access.TokenRepository.Grant;
import org.segue.access.TokenRepository.StoredSession;
import org.segue.access.clients.ClientAddress;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.User;
import org.segue.storage.Database;
import org.segue.storage.StorageConfig;

/**
 * Tokens and sessions. Whose one is, is told from memory and never blocks: every hash is compared, in constant time, so
 * that nothing can be learned from how long it takes. Making and revoking blocks.
 */
@Singleton
public class Tokens {

    private static final Logger LOG = Logger.getLogger(Tokens.class);

    private static final int MIN = 16;

    /** A household has some dozens; more would make each request compare more. */
    private static final int MAX_TOKENS = 1000;

    private final TokenRepository repository;
    private final SessionStore sessions;
    private final HouseRepository house;
    private final Database database;
    private final AccessConfig config;
    private final FailedTokens failures;
    private final Event<CatalogChanged> catalogChanged;
    private final StorageConfig storage;
    private volatile Known known = new Known(List.of(), List.of());

    Tokens(
            TokenRepository repository,
            SessionStore sessions,
            HouseRepository house,
            Database database,
            AccessConfig config,
            FailedTokens failures,
            Event<CatalogChanged> catalogChanged,
            StorageConfig storage) {
        this.storage = storage;
        this.repository = repository;
        this.sessions = sessions;
        this.house = house;
        this.database = database;
        this.config = config;
        this.failures = failures;
        this.catalogChanged = catalogChanged;
    }

    private record Known(List<Grant> grants, List<StoredSession> sessions) {}

    // Before anything that answers requests.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        config.adminToken().ifPresent(Tokens::requireLength);
        if (config.adminToken().isEmpty()
                && !storage.replica().enabled()
                && repository.grants().stream()
                        .noneMatch(grant -> grant.caller().administrator())) {
            makeAdministrator();
        }
        reload();
    }

    // The message must not tell the token.
    private static void requireLength(String token) {
        if (token.length() < MIN) {
            throw new IllegalStateException(
                    "segue.access.admin-token is too short: it must have at least %d characters".formatted(MIN));
        }
    }

    // It is shown before it is kept: one that was kept unseen would be of no use to anybody.
    private void makeAdministrator() {
        String secret = TokenHash.newSecret();
        LOG.warnf(
                "The administrator's token, shown this once: %s%n"
                        + "Whatever changes something needs it: curl -H 'Authorization: Bearer %s' …%n"
                        + "Another one can be set as segue.access.admin-token.",
                secret, "<token>");
        repository.addAdministrator(TokenHash.of(secret));
    }

    // Users may have been merged or forgotten.
    void catalogChanged(@Observes CatalogChanged event) {
        reload();
    }

    synchronized void reload() {
        List<Grant> stored = repository.grants();
        List<Grant> grants = config.adminToken().isEmpty() ? stored : withConfigured(stored);
        known = new Known(List.copyOf(grants), sessions.all());
    }

    // The configured token stands in the place of the one that was made.
    private List<Grant> withConfigured(List<Grant> stored) {
        Grant configured = Grant.ofAdministrator(
                new Token(0, "", "administrator", Instant.EPOCH),
                TokenHash.of(config.adminToken().orElseThrow()));
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(configured),
                        stored.stream().filter(grant -> !grant.caller().administrator()))
                .toList();
    }

    /**
     * Whose token this is.
     *
     * @param client where it came from
     * @throws TooManyFailuresException if so many wrong ones came from there that this one is not looked at
     */
    public Optional<Caller> caller(String token, ClientAddress client) {
        if (failures.isBlocked(client)) {
            throw new TooManyFailuresException();
        }
        Grant grant = grant(TokenHash.of(token));
        if (grant == null) {
            failures.count(client);
        }
        return Optional.ofNullable(grant).map(Grant::caller);
    }

    /**
     * Whose token a player sends: the tokens of users alone, which nobody can guess, so that wrong ones are not counted. A
     * player that is set up wrongly must not shut out the others of its address.
     */
    public Optional<Caller> userOf(String token) {
        return Optional.ofNullable(grant(TokenHash.of(token)))
                .map(Grant::caller)
                .filter(caller -> !caller.administrator());
    }

    /** Who has the session of a cookie. */
    Optional<Caller> ofSession(String cookie) {
        TokenHash hash = TokenHash.of(cookie);
        StoredSession found = null;
        for (StoredSession session : known.sessions()) {
            if (session.hash().matches(hash)) {
                found = session;
            }
        }
        if (found == null || !found.expiresAt().isAfter(Instant.now())) {
            return Optional.empty();
        }
        return Optional.ofNullable(grant(found.openedWith())).map(Grant::caller);
    }

    /** What the tokens of users open. */
    List<Grant> ofUsers() {
        return known.grants().stream()
                .filter(grant -> !grant.caller().administrator())
                .toList();
    }

    private @Nullable Grant grant(TokenHash hash) {
        Grant found = null;
        for (Grant grant : known.grants()) {
            if (grant.hash().matches(hash)) {
                found = grant;
            }
        }
        return found;
    }

    /** Users' tokens, oldest first. */
    public List<Token> list() {
        return ofUsers().stream().map(Grant::token).toList();
    }

    /**
     * Makes a token for a person of the house, and the person if there is none.
     *
     * @param user what the person is called here, or the name of a new one
     * @param name what the token is for
     * @param isForHashing whether it is for players that send a hash of it alone: then what they prove to know is kept
     * @throws TooManyTokensException if there are too many
     * @throws org.segue.catalog.AmbiguousNameException if several people are called so
     */
    public NewToken create(String user, String name, boolean isForHashing) {
        if (known.grants().size() >= MAX_TOKENS) {
            throw new TooManyTokensException(MAX_TOKENS);
        }
        String secret = UUID.randomUUID().toString();
        record Made(int id, User user) {}
        Made made = database.writeNow(connection -> {
            User owner = house.keep(connection, user);
            PlayerPassword password = isForHashing ? PlayerPassword.of(secret) : null;
            return new Made(repository.add(connection, TokenHash.of(secret), owner.id(), name, password), owner);
        });
        // Reloads the tokens as well.
        catalogChanged.fire(new CatalogChanged());
        return new NewToken(new Token(made.id(), made.user().publicId(), name, Instant.now()), secret);
    }

    /** Revokes a user's token, and ends what was signed in with it; false if there is none of that number. */
    public boolean revoke(int id) {
        boolean revoked = repository.delete(id);
        reload();
        return revoked;
    }

    /**
     * Signs a browser in.
     *
     * @param client where the token came from
     * @return the session; nothing if the token is wrong
     * @throws TooManyFailuresException if so many wrong ones came from there that this one is not looked at
     */
    public Optional<Session> signIn(String token, ClientAddress client) {
        return caller(token, client).map(caller -> open(caller, TokenHash.of(token)));
    }

    /** Signs a browser in that has claimed the service, as if it had sent the administrator's token. */
    Session signInAdministrator() {
        Grant administrator = known.grants().stream()
                .filter(grant -> grant.caller().administrator())
                .findFirst()
                .orElseThrow();
        return open(administrator.caller(), administrator.hash());
    }

    private Session open(Caller caller, TokenHash openedWith) {
        String secret = TokenHash.newSecret();
        Instant end = Instant.now().plus(config.session());
        sessions.add(new StoredSession(TokenHash.of(secret), openedWith, end));
        reload();
        return new Session(caller, secret, end);
    }

    /** Ends the session of a cookie, if there is one. */
    public void signOut(String cookie) {
        sessions.end(TokenHash.of(cookie));
        reload();
    }
}
