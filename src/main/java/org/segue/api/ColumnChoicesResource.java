package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.segue.imports.ColumnChoiceRepository;
import org.segue.imports.ColumnChoiceRepository.Remembered;

/** What is remembered of the columns of tables. */
@Path("/api/imports/columns")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ColumnChoicesResource {

    private final ColumnChoiceRepository choices;

    ColumnChoicesResource(ColumnChoiceRepository choices) {
        this.choices = choices;
    }

    /**
     * How tables of one header are read.
     *
     * @param id its number
     * @param columns of the header, in their order
     * @param chosenAt when that was said last
     */
    public record RememberedColumns(int id, List<RememberedColumn> columns, Instant chosenAt) {

        private static RememberedColumns of(Remembered table) {
            List<RememberedColumn> columns = IntStream.range(0, table.header().size())
                    .mapToObj(place -> new RememberedColumn(
                            table.header().get(place),
                            table.meanings().get(place).word()))
                    .toList();
            return new RememberedColumns(table.id(), columns, table.chosenAt());
        }
    }

    /**
     * A column.
     *
     * @param name in the header
     * @param meaning what it is read as
     */
    public record RememberedColumn(String name, String meaning) {}

    /** All of them. */
    @GET
    @Operation(
            summary = "List what is remembered of the columns of tables",
            description =
                    "A table whose header is the same to the letter is read so, unless the request has `columns`. The newest"
                            + " choice comes first. At most " + ColumnChoiceRepository.MAX_HEADERS + " are kept.")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<RememberedColumns> list(
            @Parameter(description = "The most to answer with") @RestQuery @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Parameter(description = "`next` of the part before") @RestQuery @DefaultValue("0") @Min(0) int cursor) {
        List<Remembered> all = choices.all();
        List<RememberedColumns> items = all.stream()
                .skip(cursor)
                .limit(limit)
                .map(RememberedColumns::of)
                .toList();
        return Page.at(cursor, items, all.size());
    }

    /** Forgets one. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Forget what is remembered of the columns of a table",
            description =
                    "Tables of the header go by the names of their columns again. What was imported stays as it is.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(responseCode = "404", description = "Nothing is remembered under this number")
    public void forget(@Parameter(description = "Its number") @RestPath int id) {
        if (!choices.forget(id)) {
            throw Problems.notFound("Nothing is remembered under the number %d.".formatted(id));
        }
    }
}
