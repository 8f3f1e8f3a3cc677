package org.segue.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.segue.access.LibraryTokenRepository.LibraryGrant;
import org.segue.catalog.OwnedSongsChanged;

/**
 * Tokens with which the plugins of libraries ask for mixes: at most one a library. Whose one is, is told from memory and never
 * blocks: every hash is compared, in constant time. Making and revoking blocks.
 */
@Singleton
public class LibraryTokens {

    private final LibraryTokenRepository repository;
    private volatile List<LibraryGrant> known = List.of();

    LibraryTokens(LibraryTokenRepository repository) {
        this.repository = repository;
    }

    // Before anything that answers requests.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        reload();
    }

    // A library may be gone, and its token with it.
    void ownedSongsChanged(@Observes OwnedSongsChanged event) {
        reload();
    }

    private synchronized void reload() {
        known = List.copyOf(repository.grants());
    }

    /** The library of a token; nobody if it is none of a library. */
    Optional<Caller> caller(String token) {
        TokenHash hash = TokenHash.of(token);
        int found = 0;
        for (LibraryGrant grant : known) {
            if (grant.hash().matches(hash)) {
                found = grant.libraryId();
            }
        }
        return found == 0 ? Optional.empty() : Optional.of(Caller.library(found));
    }

    /** Whether a library has a token. */
    public boolean has(int libraryId) {
        return known.stream().anyMatch(grant -> grant.libraryId() == libraryId);
    }

    /**
     * Makes a library's token. The one before opens nothing from then on.
     *
     * @return the secret, told this once; nothing if there is no such library
     */
    public Optional<String> create(int libraryId) {
        String secret = UUID.randomUUID().toString();
        boolean isKept = repository.keep(libraryId, TokenHash.of(secret));
        reload();
        return isKept ? Optional.of(secret) : Optional.empty();
    }

    /** Revokes a library's token; false if it has none. */
    public boolean revoke(int libraryId) {
        boolean revoked = has(libraryId) && repository.forget(libraryId);
        reload();
        return revoked;
    }
}
