package org.segue.web.docs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.segue.web.PageResponse;
import org.segue.web.docs.Documentation.Entry;

/** The documentation's pages and the list of them. */
@Path("/docs")
@Blocking
public class DocsPage {

    private final Documentation documentation;

    DocsPage(Documentation documentation) {
        this.documentation = documentation;
    }

    /**
     * What a page shows.
     *
     * @param name of the page that is shown
     * @param html its content
     * @param all every page
     */
    @TemplateData
    record DocsView(String name, String title, String html, List<Entry> all) {}

    /** The list. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> list() {
        return PageResponse.page(PageResponse.OK, Templates.docs(documentation.all()));
    }

    /**
     * A page.
     *
     * @throws NotFoundException if there is none of that name
     */
    @GET
    @Path("{name}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String name) {
        Entry entry = documentation.called(name).orElseThrow(NotFoundException::new);
        return PageResponse.page(
                PageResponse.OK,
                Templates.doc(new DocsView(entry.name(), entry.title(), entry.html(), documentation.all())));
    }

    /** The templates. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance docs(List<Entry> all);

        static native TemplateInstance doc(DocsView view);
    }
}
