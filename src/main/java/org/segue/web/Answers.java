package org.segue.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** What forms are answered with: a page, or the way to one, so that loading it again sends nothing twice. */
final class Answers {

    static final int OK = 200;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int UNPROCESSABLE = 422;
    static final int TOO_MANY = 429;
    static final int FAILED = 500;

    private Answers() {}

    static RestResponse<TemplateInstance> page(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
                .entity(page)
                .build();
    }

    static RestResponse<TemplateInstance> missing() {
        return page(NOT_FOUND, Templates.missing());
    }

    /** @param address relative to the form's own: Segue may live under a path of a proxy's */
    static RestResponse<TemplateInstance> seeOther(String address) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
