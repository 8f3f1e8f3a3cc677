package org.segue.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** Responses of pages and their forms: a page, or a redirect to one, so that a reload sends nothing twice. */
public final class PageResponse {

    public static final int OK = 200;
    public static final int MALFORMED = 400;
    public static final int UNAUTHORIZED = 401;
    public static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    public static final int CONFLICT = 409;
    public static final int UNPROCESSABLE = 422;
    public static final int TOO_MANY = 429;
    public static final int FAILED = 500;
    public static final int UNAVAILABLE = 503;

    private PageResponse() {}

    /** A page with a status. */
    public static RestResponse<TemplateInstance> page(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
                .entity(page)
                .build();
    }

    /** A page that asks whether somebody is sure, in answer to a form. */
    public static RestResponse<TemplateInstance> ask(Question question) {
        return page(OK, SharedTemplates.question(question));
    }

    /** The page for an address that has nothing: 404. */
    public static RestResponse<TemplateInstance> missing() {
        return page(NOT_FOUND, SharedTemplates.missing());
    }

    /**
     * Leads to a page that is fetched with GET: 303.
     *
     * @param address relative to the form's own: Segue may live under a path of a proxy's
     */
    public static RestResponse<TemplateInstance> seeOther(String address) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
