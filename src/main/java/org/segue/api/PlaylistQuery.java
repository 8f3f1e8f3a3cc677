package org.segue.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a question for lists may say. */
public class PlaylistQuery {
    @RestQuery
    @Parameter(
            required = true,
            description = "Whose lists",
            example = "amara-olander",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, pattern = "\\S"))
    @Nullable
    String user;

    @RestQuery
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    int limit;

    @RestQuery
    @DefaultValue("0")
    @Min(0)
    @Max(1_000_000_000)
    @Parameter(description = "`next` of the part before")
    int cursor;
}
