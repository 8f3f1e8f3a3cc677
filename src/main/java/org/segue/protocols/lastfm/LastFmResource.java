package org.segue.protocols.lastfm;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Caller;
import org.segue.access.LastFmFailure;
import org.segue.access.PlayerSession;
import org.segue.protocols.lastfm.Answer.Done;
import org.segue.protocols.lastfm.Answer.NowPlaying;
import org.segue.protocols.lastfm.Answer.Scrobbled;
import org.segue.protocols.lastfm.Answer.SignedIn;
import org.segue.storage.StorageException;

/** Last.fm's scrobbling 2.0: one address, and methods in a field. */
@Path("/2.0")
@Tag(name = "Last.fm", description = "What players speak that know Last.fm only")
@Blocking
public class LastFmResource {

    private static final Logger LOG = Logger.getLogger(LastFmResource.class);

    private static final String SIGN_IN = "auth.getMobileSession";
    private static final Set<String> PACKAGES =
            Set.of("album", "artist", "auth", "chart", "geo", "library", "tag", "track", "user");

    private final SignIns signIns;
    private final Scrobbles scrobbles;
    private final Loves loves;

    LastFmResource(SignIns signIns, Scrobbles scrobbles, Loves loves) {
        this.signIns = signIns;
        this.scrobbles = scrobbles;
        this.loves = loves;
    }

    /** Calls a method. */
    @POST
    @Operation(
            summary = "Sign in, scrobble, love",
            description =
                    "`auth.getMobileSession` answers with the session key that the other methods take as `sk`. It is the same for"
                            + " every player of a token, and ends with the token. `api_key` and `api_sig` are not looked at. A"
                            + " scrobble that can't be kept is `ignored`, with a code, and the others are kept. Sending the"
                            + " same again adds nothing twice. Fields may be in the query as well.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "`json` for an answer in JSON instead of XML",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = LastFmForms.MethodCall.class)))
    @APIResponse(
            responseCode = "200",
            description = "Done, and on disk",
            content = {
                @Content(mediaType = "text/xml", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "400", description = "Code 2 or 3: no such method; 6: a field is missing")
    @APIResponse(
            responseCode = "403",
            description = "Code 4: the password is no token of the listener; 9: the session has ended")
    @APIResponse(
            responseCode = "503",
            description = "Code 11 or 16: it can't be kept now, or this server's clock is behind. Send it again later")
    public Uni<RestResponse<String>> post(byte @Nullable [] body, @Context HttpServerRequest request) {
        return answered(body, request, true);
    }

    /** Signs in as the oldest players do. */
    @GET
    @Operation(
            summary = "Sign in without a body",
            description = "`auth.getMobileSession` with `authToken`. All else must be sent by POST.")
    @Parameter(
            name = "method",
            in = ParameterIn.QUERY,
            description = "Always `auth.getMobileSession`",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "username",
            in = ParameterIn.QUERY,
            description = "Name of the listener",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "authToken",
            in = ParameterIn.QUERY,
            description = "MD5 of the name and the MD5 of a token that was made for such players",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "`json` for an answer in JSON instead of XML",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The session key",
            content = {
                @Content(mediaType = "text/xml", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "400",
            description = "Code 2 or 3: no such method; 6: a field is missing, or is no hash")
    @APIResponse(responseCode = "403", description = "Code 4: it is of no such token of the listener")
    public Uni<RestResponse<String>> get(@Context HttpServerRequest request) {
        return answered(null, request, false);
    }

    private Uni<RestResponse<String>> answered(byte @Nullable [] body, HttpServerRequest request, boolean isPost) {
        FormFields fields;
        try {
            fields = FormFields.of(request.query(), body);
        } catch (LastFmException e) {
            return Uni.createFrom().item(told(e.failure(), LastFmFailure.asksForJson(request.query())));
        }
        boolean isJson = fields.text("format").equals("json");
        String client = PlayerName.of(request.getHeader(HttpHeaders.USER_AGENT));
        return Uni.createFrom()
                .deferred(() -> called(fields, client, isPost))
                .map(answer -> told(answer, isJson))
                .onFailure(StorageException.class)
                .transform(LastFmResource::offline)
                .onFailure(LastFmException.class)
                .recoverWithItem((LastFmException e) -> told(e.failure(), isJson));
    }

    private Uni<Answer> called(FormFields fields, String client, boolean isPost) {
        String method = fields.text("method");
        if (method.equals(SIGN_IN)) {
            return Uni.createFrom().item(signedIn(fields, isPost));
        }
        Uni<Answer> answer = switch (method) {
            case "track.scrobble" -> scrobbled(fields, client, isPost);
            case "track.updateNowPlaying" -> Uni.createFrom().item(nowPlaying(fields, client, isPost));
            case "track.love", "track.unlove" -> Uni.createFrom().item(loved(fields, method, isPost));
            default -> throw unknown(method);
        };
        return answer;
    }

    private static LastFmException unknown(String method) {
        if (method.isEmpty()) {
            return new LastFmException(LastFmFailure.INVALID, "method must be given.");
        }
        String first = method.replaceFirst("\\..*", "");
        return PACKAGES.contains(first)
                ? new LastFmException(LastFmFailure.NO_METHOD, "Invalid Method - Segue has no such method.")
                : new LastFmException(LastFmFailure.NO_SERVICE, "Invalid service - This service does not exist.");
    }

    private Answer signedIn(FormFields fields, boolean isPost) {
        String user = fields.text("username");
        boolean isHashed = fields.has("authToken");
        if (user.isEmpty() || !(isHashed || fields.has("password"))) {
            throw new LastFmException(LastFmFailure.INVALID, "username and password must be given.");
        }
        if (!isHashed) {
            requirePost(isPost);
        }
        PlayerSession session = isHashed
                ? signIns.withAuthToken(user, fields.text("authToken"))
                : signIns.withToken(user, fields.text("password"));
        return new SignedIn(Word.of(user).text(), session.key());
    }

    private Uni<Answer> scrobbled(FormFields fields, String client, boolean isPost) {
        Caller caller = caller(fields, isPost);
        List<Scrobble> played = scrobbles.reader(fields, Field::lastFm).played();
        return scrobbles.keep(caller.userId(), played, client).map(kept -> new Scrobbled(played));
    }

    private Answer nowPlaying(FormFields fields, String client, boolean isPost) {
        Caller caller = caller(fields, isPost);
        Scrobble playing = scrobbles.reader(fields, Field::lastFm).playing();
        scrobbles.begin(caller.userId(), playing, client);
        return new NowPlaying(playing);
    }

    private Answer loved(FormFields fields, String method, boolean isPost) {
        Caller caller = caller(fields, isPost);
        Scrobble song = scrobbles.reader(fields, Field::lastFm).playing();
        if (!song.isKept()) {
            throw new LastFmException(LastFmFailure.INVALID, "artist and track must not be empty.");
        }
        if (method.equals("track.love")) {
            loves.love(caller.userId(), song.recording());
        } else {
            loves.unlove(caller.userId(), song.recording());
        }
        return new Done();
    }

    private Caller caller(FormFields fields, boolean isPost) {
        requirePost(isPost);
        return signIns.caller(fields.text("sk"))
                .orElseThrow(() ->
                        new LastFmException(LastFmFailure.NO_SESSION, "Invalid session key - Please re-authenticate"));
    }

    // Addresses are written down where requests pass by.
    private static void requirePost(boolean isPost) {
        if (!isPost) {
            throw new LastFmException(LastFmFailure.INVALID, "This method must be called by POST.");
        }
    }

    private static LastFmException offline(Throwable e) {
        LOG.errorf(e, "Storage: %s", e.getMessage());
        return new LastFmException(LastFmFailure.OFFLINE, "Service Offline - Segue's storage cannot do this now.");
    }

    private static RestResponse<String> told(Answer answer, boolean isJson) {
        return isJson
                ? told(200, MediaType.APPLICATION_JSON, new JsonObject(answer.json()).encode())
                : told(200, LastFmFailure.XML, LfmXml.of(answer));
    }

    private static RestResponse<String> told(LastFmFailure failure, boolean isJson) {
        return isJson
                ? told(failure.status(), MediaType.APPLICATION_JSON, failure.json())
                : told(failure.status(), LastFmFailure.XML, failure.xml());
    }

    private static RestResponse<String> told(int status, String type, String body) {
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .build();
    }
}
