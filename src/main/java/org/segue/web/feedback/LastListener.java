package org.segue.web.feedback;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.segue.access.Access;
import org.segue.access.OwnAddress;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.web.FieldText;

/** The listener for whom the administrator gave feedback last, kept by a cookie so that nobody types the name again. */
@Singleton
class LastListener {

    private static final String NAME = "segue-feedback-as";

    private final Catalog catalog;
    private final Access access;
    private final HttpServerRequest request;

    /** @param request a proxy of the current request */
    LastListener(Catalog catalog, Access access, HttpServerRequest request) {
        this.catalog = catalog;
        this.access = access;
        this.request = request;
    }

    /** That listener, if there is one. Blocks. */
    Optional<User> last() {
        Cookie kept = request.getCookie(NAME);
        return kept == null
                ? Optional.empty()
                : catalog.user(decoded(kept.getValue())).join();
    }

    /** Keeps it, if the administrator asks. */
    void remember(User listener) {
        if (access.caller().administrator()) {
            Cookie kept = Cookie.cookie(NAME, FieldText.encoded(listener.publicId()))
                    .setHttpOnly(true)
                    .setSameSite(CookieSameSite.STRICT)
                    .setPath(OwnAddress.root(request));
            request.response().addCookie(kept);
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
