package org.segue.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.segue.catalog.Catalog;

/** A person's page; what it shows and changes goes through {@code /api/users/{user}}. */
@Path("/people")
@Blocking
public class PersonPage {

    private final Catalog catalog;

    PersonPage(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The page.
     *
     * @param user public id; one that means another user since they were merged shows the other
     */
    @GET
    @Path("{user}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String user) {
        return catalog.user(user)
                .join()
                .map(found -> RestResponse.ok(Templates.person(found)))
                .orElseGet(() -> RestResponse.status(RestResponse.Status.NOT_FOUND, Templates.missing()));
    }
}
