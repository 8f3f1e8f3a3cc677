package org.segue.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.OwnAddress;
import org.segue.catalog.Catalog;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.Song;
import org.segue.catalog.SongLinks;
import org.segue.catalog.User;
import org.segue.playlists.MissingList;
import org.segue.playlists.MissingLists;
import org.segue.playlists.PlaylistFormat;

/** What to get for a listener's library. */
@Path("/api/users/{user}/missing")
@Tag(name = "Playlists")
@Blocking
public class MissingResource {

    private static final String AS_JSON = "json";

    private static final String UNKNOWN = "No library is known of this user: nobody can say what is missing from it.";

    private final MissingLists lists;
    private final Catalog catalog;
    private final Access access;

    MissingResource(MissingLists lists, Catalog catalog, Access access) {
        this.lists = lists;
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * Songs to get.
     *
     * @param user public id of the user whose library it is
     * @param items songs that the user plays much first, then recommended ones
     * @param warnings sentences about what a reader would not expect
     */
    @RegisterForReflection // the entity of a Response, of which no method says the type
    public record Missing(String user, List<MissingSong> items, List<String> warnings) {}

    /**
     * A song to get.
     *
     * @param song the song
     * @param durationMs how long it lasts, null if that is unknown
     * @param ids what the world calls the recording
     * @param links where the world knows it
     * @param why it is there
     * @param plays how often the user has played it; left out where it is recommended
     */
    @RegisterForReflection
    public record MissingSong(
            @JsonUnwrapped Song song,
            @Nullable Integer durationMs,
            @JsonUnwrapped RecordingIds ids,
            SongLinks links,
            WhyMissing why,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long plays) {

        private static MissingSong of(MissingList.Row row) {
            return new MissingSong(
                    row.track().song(),
                    row.track().durationMs(),
                    row.track().ids(),
                    SongLinks.of(row.track().ids()),
                    row.isPlayed() ? WhyMissing.PLAYED : WhyMissing.RECOMMENDED,
                    row.plays());
        }
    }

    /** Why a song is worth getting. */
    @RegisterForReflection
    public enum WhyMissing {
        /** The user has played it three times or more. */
        @JsonProperty("played")
        PLAYED,
        /** The user has not played it, and it fits best. */
        @JsonProperty("recommended")
        RECOMMENDED
    }

    /** The songs, as JSON or as a file. */
    @GET
    @Produces({
        MediaType.APPLICATION_JSON,
        "application/jspf+json",
        "application/xspf+xml",
        "audio/x-mpegurl",
        "text/csv"
    })
    @Operation(
            summary = "List what is missing from a user's library",
            description =
                    "Songs to get: those that the user has played three times or more, most plays first, and the best recommended ones;"
                            + " neither in any library that the user signs in to. Half of the list are played ones, if there are so many."
                            + " As JSON, or with `format` as JSPF, XSPF, M3U8 or CSV.")
    @APIResponse(
            responseCode = "200",
            description = "The songs; none, with a warning, if no library is known of the user",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Missing.class)),
                @Content(mediaType = "application/jspf+json", schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = "application/xspf+xml", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "audio/x-mpegurl", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "422", description = "n is out of range, or there is no such format")
    @APIResponse(
            responseCode = "503",
            description = "There is too much to compute; `Retry-After` says when to ask again")
    public Response missing(
            @RestPath String user,
            @Parameter(description = "How many songs", example = "50") @RestQuery @DefaultValue("50") @Min(1) @Max(500)
                    int n,
            @RestQuery
                    @DefaultValue(AS_JSON)
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {AS_JSON, "jspf", "xspf", "m3u8", "csv"}))
                    String format,
            @Context HttpServerRequest request) {
        Optional<PlaylistFormat> file = PlaylistFormat.named(format);
        if (file.isEmpty() && !format.equals(AS_JSON)) {
            throw Problems.outOfRange("format", "query", "format must be json, jspf, xspf, m3u8 or csv.");
        }
        access.reading().require(List.of(user)).await().indefinitely();
        User found = catalog.user(user).join().orElseThrow(() -> Problems.noUser(user));
        MissingList list = lists.of(found, n);
        return file.map(kind -> Response.ok(kind.write(list.document(), OwnAddress.of(request)), kind.contentType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, kind.disposition(list.document())))
                .orElseGet(() -> Response.ok(json(found, list), MediaType.APPLICATION_JSON))
                .build();
    }

    private static Missing json(User user, MissingList list) {
        return new Missing(
                user.publicId(),
                list.rows().stream().map(MissingSong::of).toList(),
                list.isKnown() ? List.of() : List.of(UNKNOWN));
    }
}
