package org.segue.web;

import io.quarkus.qute.TemplateData;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.segue.access.Access;
import org.segue.access.OwnAddress;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;

/** The reader of a page: {@code inject:visitor} in templates. */
@Named("visitor")
@Singleton
@TemplateData
public class Visitor {

    private final Access access;
    private final Catalog catalog;
    private final HttpServerRequest request;

    /** @param request a proxy of the current request */
    Visitor(Access access, Catalog catalog, HttpServerRequest request) {
        this.access = access;
        this.catalog = catalog;
        this.request = request;
    }

    /** Whether anybody has signed in. */
    public boolean signedIn() {
        return access.caller().isSomebody();
    }

    /** Whether the administrator has signed in. */
    public boolean administrator() {
        return access.caller().administrator();
    }

    /** Public id of the listener who has signed in, as a part of an address; empty for nobody and for the administrator. */
    public String user() {
        return FieldText.encoded(access.caller().user());
    }

    /** What that listener is called. Does not block. */
    public CompletionStage<String> name() {
        String id = access.caller().user();
        return catalog.user(id).thenApply(found -> found.map(User::name).orElse(id));
    }

    /** Where to sign in, from the root on, so that the way leads back to this page. */
    public String signIn() {
        String place = place();
        return place.isEmpty() || place.startsWith("sign-in") ? "sign-in" : "sign-in?to=" + FieldText.encoded(place);
    }

    /**
     * The page that a reader sees, from the root on, so that a form can lead back to it; empty for the home page. What answers a
     * form has no address of its own: the page that the form was on stands for it.
     */
    public String place() {
        if (HttpMethod.GET.equals(request.method())) {
            return request.uri().substring(1);
        }
        String root = OwnAddress.of(request) + "/";
        String before = request.getHeader(HttpHeaders.REFERER);
        return before != null && before.startsWith(root) ? before.substring(root.length()) : "";
    }
}
