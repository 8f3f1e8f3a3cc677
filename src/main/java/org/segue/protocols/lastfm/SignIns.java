package org.segue.protocols.lastfm;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.segue.access.Caller;
import org.segue.access.LastFmFailure;
import org.segue.access.PlayerSession;
import org.segue.access.PlayerSessions;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.Catalog;

/** Signs players in: the password is a token of the user whom they name. Its methods block. */
@Singleton
class SignIns {

    private static final String REFUSED = "Authentication failed: the password must be a token of this user.";

    private final PlayerSessions sessions;
    private final Catalog catalog;

    SignIns(PlayerSessions sessions, Catalog catalog) {
        this.sessions = sessions;
        this.catalog = catalog;
    }

    /**
     * The session of a player that sends a token.
     *
     * @throws LastFmException if it is not the user's
     */
    PlayerSession withToken(String user, String token) {
        return sessions.ofToken(token.strip())
                .filter(session -> isNamed(user, session.caller()))
                .orElseThrow(SignIns::refused);
    }

    /**
     * The session of a player that sends a hash of the user's name and the hash of a token, as players of before 2012 do.
     *
     * @throws LastFmException if it is not the user's
     */
    PlayerSession withAuthToken(String user, String authToken) {
        Optional<PlayerSession> asSent = sessions.ofHash(authToken, hash -> user + hash);
        return asSent.or(() -> sessions.ofHash(authToken, hash -> user.toLowerCase(Locale.ROOT) + hash))
                .filter(session -> isNamed(user, session.caller()))
                .orElseThrow(SignIns::refused);
    }

    /** The session of a player that sends a hash; nothing if it is not of a token of the user's. */
    Optional<PlayerSession> withHash(String user, String sent, UnaryOperator<String> made) {
        return sessions.ofHash(sent, made).filter(session -> isNamed(user, session.caller()));
    }

    /** Who has a session; nothing if its token was revoked. */
    Optional<Caller> caller(String key) {
        return sessions.callerOf(key);
    }

    private boolean isNamed(String user, Caller caller) {
        try {
            return catalog.userOfPlayers(user.strip())
                    .join()
                    .filter(found -> caller.is(found.id()))
                    .isPresent();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AmbiguousNameException) {
                return false;
            }
            throw e;
        }
    }

    private static LastFmException refused() {
        return new LastFmException(LastFmFailure.NOT_AUTHENTICATED, REFUSED);
    }
}
