package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What recordings are called, for programs that know only their ids: as far as listens have told. */
@Path("/1/metadata/recording")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class MetadataResource {

    private static final int MAX = 1000;
    private static final String NO_PARTS = "inc must be some of artist, tag and release, with spaces between.";
    private static final Set<String> PARTS = Set.of("artist", "tag", "release");
    private static final String DESCRIPTION =
            "Only recordings that somebody here has heard, by any of their ids. Without tags, which Segue does not know.";
    private static final String PARTS_WANTED =
            "`artist`, `release` and `tag`, with spaces between, for more than the title";

    private final RecordingMetadata metadata;

    MetadataResource(RecordingMetadata metadata) {
        this.metadata = metadata;
    }

    /** By a query. */
    @GET
    @Operation(summary = "Tell what recordings are called", description = DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "An entry for each recording that is known, under the id that was asked for",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "There is no id, there are more than 1,000, or one is no UUID")
    public Map<String, Object> get(
            @Parameter(description = "Ids at MusicBrainz, with commas between") @RestQuery("recording_mbids") @Nullable
                    String mbids,
            @Parameter(description = PARTS_WANTED) @RestQuery @Nullable String inc) {
        return metadata.of(Uuids.of(MAX, mbids).of(0), parts(inc == null ? "" : inc));
    }

    /** By a body, for many. */
    @POST
    @Operation(summary = "Tell what many recordings are called", description = DESCRIPTION)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlayerBodies.AskedRecordings.class),
                            examples =
                                    @ExampleObject(
                                            name = "A recording",
                                            value = "{\"recording_mbids\":[\"00000000-0000-4000-8000-000000000000\"],"
                                                    + "\"inc\":\"artist release\"}")))
    @APIResponse(
            responseCode = "200",
            description = "An entry for each recording that is known, under the id that was asked for",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "There is no id, there are more than 1,000, or one is no UUID")
    @APIResponse(responseCode = "413", description = "The body is too large")
    public Map<String, Object> post(byte @Nullable [] body) {
        JsonNode root = SubmissionReader.object(body == null ? new byte[0] : body);
        List<String> mbids = new ArrayList<>();
        root.path("recording_mbids").forEach(id -> mbids.add(id.asText("")));
        return metadata.of(Uuids.of(MAX, String.join(",", mbids)).of(0), parts(text(root.path("inc"))));
    }

    private static String text(JsonNode inc) {
        if (inc.isMissingNode() || inc.isNull()) {
            return "";
        }
        if (!inc.isTextual()) {
            throw Refused.badRequest(NO_PARTS);
        }
        return inc.textValue();
    }

    private static Set<String> parts(String inc) {
        Set<String> wanted = Set.copyOf(List.of(inc.strip().split("[\\s,]+")));
        if (!inc.isBlank() && !PARTS.containsAll(wanted)) {
            throw Refused.badRequest(NO_PARTS);
        }
        return wanted;
    }
}
