package org.segue.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportService;

/** The page of imports: files in, what became of them, and back out. */
@Path("/imports")
@Blocking
public class ImportsPage {

    private static final int IMPORTS = 50;

    private final ImportService imports;
    private final Words words;

    ImportsPage(ImportService imports, Words words) {
        this.imports = imports;
        this.words = words;
    }

    /**
     * What the page shows.
     *
     * @param user whose listens are to be brought in, empty if nobody was named
     * @param underWay whether one waits or is at work
     * @param imports newest first
     */
    @TemplateData
    public record ImportsView(String user, boolean underWay, List<ImportRow> imports) {}

    /**
     * The page.
     *
     * @param user public id of the user whose listens are to be brought in
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance show(@RestQuery @Nullable String user) {
        Instant now = Instant.now();
        List<ImportRow> rows = imports.newest(Integer.MAX_VALUE, IMPORTS).stream()
                .map(job -> ImportRow.of(job, now, words))
                .toList();
        return Templates.imports(
                new ImportsView(user == null ? "" : user.strip(), rows.stream().anyMatch(ImportRow::working), rows));
    }
}
