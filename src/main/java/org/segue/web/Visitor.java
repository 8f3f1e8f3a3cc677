package org.segue.web;

import io.quarkus.qute.TemplateData;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.segue.access.Access;
import org.segue.access.OwnAddress;

/** The reader of a page: {@code inject:visitor} in templates. */
@Named("visitor")
@Singleton
@TemplateData
public class Visitor {

    private final Access access;
    private final HttpServerRequest request;

    /** @param request a proxy of the current request */
    Visitor(Access access, HttpServerRequest request) {
        this.access = access;
        this.request = request;
    }

    /** Whether anybody has signed in. */
    public boolean signedIn() {
        return access.caller().isSomebody();
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
