package org.segue.access;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;

/** The cookie of a {@link Session}: out of reach of scripts, and of requests that other sites make. */
public final class SessionCookie {

    /** Its name. */
    public static final String NAME = "segue-session";

    private SessionCookie() {}

    /** The value of a {@code Set-Cookie} header that signs in. */
    public static String of(Session session, HttpServerRequest request) {
        long seconds = Duration.between(Instant.now(), session.expiresAt()).toSeconds();
        return cookie(session.secret(), seconds, request);
    }

    /** The value of a {@code Set-Cookie} header that signs out. */
    public static String none(HttpServerRequest request) {
        return cookie("", 0, request);
    }

    private static String cookie(String value, long seconds, HttpServerRequest request) {
        return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(
                        NAME, value, OwnAddress.root(request), seconds, OwnAddress.isSecure(request) ? "; Secure" : "");
    }
}
