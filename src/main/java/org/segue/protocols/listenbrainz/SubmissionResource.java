package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.catalog.User;
import org.segue.listens.ListenService;
import org.segue.listens.PlayingNow;
import org.segue.listens.UnknownListenerException;
import org.segue.model.ActiveModel;
import org.segue.protocols.listenbrainz.Submission.ListenType;

/** Listens in. */
@Path("/1")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SubmissionResource {

    /** Some three thousand years from now. */
    static final long LATEST = 99_999_999_999L;

    private final Access access;
    private final ListenService listens;
    private final PlayingNow playingNow;
    private final KnownUsers users;
    private final ActiveModel model;

    SubmissionResource(
            Access access, ListenService listens, PlayingNow playingNow, KnownUsers users, ActiveModel model) {
        this.access = access;
        this.listens = listens;
        this.playingNow = playingNow;
        this.users = users;
        this.model = model;
    }

    /**
     * Whether a token is right.
     *
     * @param code always 200
     * @param message for people
     * @param valid whether it is
     * @param userName whose it is, null if it is wrong
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Validity(
            int code,
            String message,
            boolean valid,
            @Nullable String userName) {}

    /**
     * How far a user's history has been brought here.
     *
     * @param musicbrainzId the user
     * @param latestImport epoch seconds, 0 if it has not been
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record LatestImport(String musicbrainzId, long latestImport) {}

    /** Whether a token is right. */
    @GET
    @Path("validate-token")
    @Operation(summary = "Tell whose token this is", description = "A wrong one is no error: `valid` says so.")
    @APIResponse(responseCode = "200", description = "Whether it is right, and whose")
    @APIResponse(responseCode = "400", description = "There is no token")
    public Validity validate(
            @RestQuery @Nullable String token,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Caller caller = access.caller();
        if (caller.userId() != 0) {
            return new Validity(200, "Token valid.", true, users.nameOf(caller.user()));
        }
        if (token == null && authorization == null) {
            throw Refused.badRequest("You need to provide an Authorization token.");
        }
        return new Validity(200, "Token invalid.", false, null);
    }

    /** Takes listens. */
    @POST
    @Path("submit-listens")
    @Operation(
            summary = "Submit listens",
            description =
                    "Answered when they are on disk; the very next recommendation counts them. Sending the same again"
                            + " adds nothing twice. Listens without any id are as good as others. Whatever content type they come"
                            + " with, they are read as JSON.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlayerBodies.SubmittedListens.class),
                            examples =
                                    @ExampleObject(
                                            name = "A listen",
                                            value =
                                                    "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1764000000,"
                                                            + "\"track_metadata\":{\"artist_name\":\"Concrete Youth\","
                                                            + "\"track_name\":\"Against Tomorrow\"}}]}")))
    @APIResponse(responseCode = "200", description = "All of them are on disk")
    @APIResponse(responseCode = "400", description = "Something is missing or out of range; none was taken")
    @APIResponse(responseCode = "413", description = "The body is too large")
    @APIResponse(
            responseCode = "503",
            description = "They cannot be written now, or this server's clock is behind: send them again later")
    public Uni<Ok> submit(byte @Nullable [] body) {
        Caller caller = access.caller();
        Instant trained = model.served()
                .map(manifest -> manifest.provenance().createdAt())
                .orElse(null);
        Submission submission = new SubmissionReader(Instant.now(), trained).read(body == null ? new byte[0] : body);
        if (submission.type() == ListenType.PLAYING_NOW) {
            playingNow.begin(caller.userId(), submission.listens().get(0), submission.durationSeconds());
            return Uni.createFrom().item(Ok.OK);
        }
        return Uni.createFrom()
                .completionStage(listens.add(caller.userId(), submission.listens()))
                .onFailure(UnknownListenerException.class)
                .transform(gone -> Refused.unauthorized(String.valueOf(gone.getMessage())))
                .map(done -> Ok.OK);
    }

    /** How far a history has been brought here. */
    @GET
    @Path("latest-import")
    @Operation(summary = "Tell how far a user's history has been brought here")
    @APIResponse(responseCode = "200", description = "The time that a client noted last")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Uni<LatestImport> latestImport(
            @Parameter(example = "amara-olander") @RestQuery("user_name") @Nullable String userName,
            @RestQuery @DefaultValue("") String service) {
        String name = userName == null ? "" : userName;
        String id = users.find(name).map(User::publicId).orElse(name);
        return access.reading().require(List.of(id)).map(allowed -> {
            User user = users.named(name);
            return new LatestImport(users.nameOf(user), listens.latestImport(user.id(), service));
        });
    }

    /** Notes how far a history has been brought here. */
    @POST
    @Path("latest-import")
    @Operation(summary = "Note how far the user's history has been brought here")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlayerBodies.ImportedUntil.class),
                            examples = @ExampleObject(name = "A time", value = "{\"ts\":1764000000}")))
    @APIResponse(responseCode = "200", description = "It is noted")
    @APIResponse(responseCode = "400", description = "There is no time in the body")
    public Ok noteLatestImport(byte @Nullable [] body) {
        JsonNode root = SubmissionReader.object(body == null ? new byte[0] : body);
        JsonNode time = root.path("ts");
        if (!time.canConvertToLong() || !time.isNumber() || time.doubleValue() < 0 || time.longValue() > LATEST) {
            throw Refused.badRequest("ts must be a time in seconds since 1970.");
        }
        String service = root.path("service").asText("");
        if (service.length() > 64 || service.indexOf(0) >= 0) {
            throw Refused.badRequest("service is too long.");
        }
        listens.noteLatestImport(access.caller().userId(), service, time.longValue());
        return Ok.OK;
    }
}
