package org.segue.access;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.segue.access.TokenRepository.Grant;

/**
 * Sessions of players that sign in as at Last.fm: with a user's token for a password. A session ends with the token that it was
 * opened with, and opens nothing but Last.fm's protocols. All is told from memory, and wrong tokens and keys are not counted, as
 * with {@link Tokens#userOf}.
 */
@Singleton
public class PlayerSessions {

    private final Tokens tokens;
    private final TokenRepository repository;

    PlayerSessions(Tokens tokens, TokenRepository repository) {
        this.tokens = tokens;
        this.repository = repository;
    }

    /** The session of a player that sends the token itself; nothing if that is wrong. Blocks the first time. */
    public Optional<PlayerSession> ofToken(String token) {
        TokenHash hash = TokenHash.of(token);
        return one(tokens.ofUsers(), grant -> grant.hash().matches(hash)).map(grant -> opened(grant, token));
    }

    private PlayerSession opened(Grant grant, String token) {
        String key = PlayerPassword.of(token).sessionKey();
        if (grant.session() == null) {
            repository.keepSession(grant.hash(), TokenHash.of(key));
            tokens.reload();
        }
        return new PlayerSession(grant.caller(), key);
    }

    /**
     * The session of a player that sends a hash; nothing if it is of no token, or of one that was not made for such players.
     *
     * @param sent MD5 in hexadecimal
     * @param made what it is the MD5 of, by the MD5 of a token in hexadecimal
     */
    public Optional<PlayerSession> ofHash(String sent, UnaryOperator<String> made) {
        List<Grant> hashed = tokens.ofUsers().stream()
                .filter(grant -> grant.password() != null)
                .toList();
        for (Grant grant : hashed) {
            PlayerPassword password = grant.password();
            if (password != null && password.isProven(sent, made)) {
                return Optional.of(new PlayerSession(grant.caller(), password.sessionKey()));
            }
        }
        return Optional.empty();
    }

    // All are looked at: how long it takes tells nothing.
    private static Optional<Grant> one(List<Grant> grants, Predicate<Grant> isMeant) {
        Grant found = null;
        for (Grant grant : grants) {
            if (isMeant.test(grant)) {
                found = grant;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Who has the session of a key. */
    public Optional<Caller> callerOf(String key) {
        TokenHash hash = TokenHash.of(key);
        return one(
                        tokens.ofUsers(),
                        grant -> grant.session() != null && grant.session().matches(hash))
                .map(Grant::caller);
    }
}
