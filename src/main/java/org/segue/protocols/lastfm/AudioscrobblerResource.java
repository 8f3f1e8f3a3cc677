package org.segue.protocols.lastfm;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Caller;
import org.segue.access.LastFmFailure;
import org.segue.access.OwnAddress;
import org.segue.access.PlayerSession;

/**
 * Audioscrobbler 1.2: a handshake, and two addresses that it tells. Its answers are lines, whose first is a word that players
 * act upon. What a player would send again for ever, because it cannot be kept, is passed over.
 */
@Path("/1.2")
@Tag(name = "Last.fm", description = "What players speak that know Last.fm only")
@Produces(MediaType.TEXT_PLAIN)
@Blocking
public class AudioscrobblerResource {

    private static final String OK = "OK\n";
    private static final String BAD_SESSION = "BADSESSION\n";

    /** Clocks differ; what is heard in between could be sent again by who has read it, and no more. */
    private static final long SKEW_SECONDS = 600;

    private static final Pattern TIME = Pattern.compile("\\d{1,15}");
    private static final String UNNAMED = "unnamed";

    private final SignIns signIns;
    private final Scrobbles scrobbles;
    private final Loves loves;

    AudioscrobblerResource(SignIns signIns, Scrobbles scrobbles, Loves loves) {
        this.signIns = signIns;
        this.scrobbles = scrobbles;
        this.loves = loves;
    }

    /** Signs a player in. */
    @GET
    @Operation(
            summary = "Sign in by Audioscrobbler 1.2",
            description =
                    "Also at `/?hs=true&…`. The first line is `OK`, and session, address for what plays and address for plays follow;"
                            + " or `BADAUTH`, `BADTIME` or `FAILED` with the reason.")
    @Parameter(name = "p", description = "Protocol: 1.2 or 1.2.1")
    @Parameter(name = "c", description = "Id of the program")
    @Parameter(name = "u", description = "Name of the listener")
    @Parameter(name = "t", description = "The time, in seconds since 1970")
    @Parameter(
            name = "a",
            description = "MD5 of `t` behind the MD5 of a token of the listener that was made for such players")
    @Parameter(name = "sk", description = "In its place: the session key of `auth.getMobileSession`")
    @APIResponse(responseCode = "200", description = "Signed in, or why not")
    public String handshake(
            @RestQuery @Nullable String p,
            @RestQuery @Nullable String c,
            @RestQuery @Nullable String u,
            @RestQuery @Nullable String t,
            @RestQuery @Nullable String a,
            @RestQuery @Nullable String sk,
            @Context HttpServerRequest request) {
        if (p == null || !(p.equals("1.2") || p.startsWith("1.2."))) {
            return "FAILED Only protocol 1.2 is spoken here\n";
        }
        if (sk != null && signIns.caller(sk).isPresent()) {
            return signedIn(sk, c, request);
        }
        if (u == null || t == null || a == null) {
            return "FAILED u, t and a must be given\n";
        }
        if (!isNow(t)) {
            return "BADTIME\n";
        }
        return signIns.withHash(u, a, hash -> hash + t)
                .map(PlayerSession::key)
                .map(key -> signedIn(key, c, request))
                .orElse("BADAUTH\n");
    }

    private static boolean isNow(String time) {
        return TIME.matcher(time).matches()
                && Math.abs(Long.parseLong(time) - Instant.now().getEpochSecond()) <= SKEW_SECONDS;
    }

    // The program is named in the addresses: players do not say again who they are.
    private static String signedIn(String key, @Nullable String client, HttpServerRequest request) {
        String name = PlayerName.of(client);
        String base = OwnAddress.of(request) + "/1.2/%s/" + (name.isEmpty() ? UNNAMED : name);
        return String.join("\n", "OK", key, base.formatted("now-playing"), base.formatted("submissions"), "");
    }

    /** Notes what plays now. */
    @POST
    @Path("now-playing/{client}")
    @Operation(summary = "Say what plays now by Audioscrobbler 1.2", description = "A restart forgets it.")
    @Parameter(name = "client", description = "Id of the program, as the handshake told the address")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = LastFmForms.Submission.class)))
    @APIResponse(responseCode = "200", description = "`OK`, `BADSESSION`, or `FAILED` with the reason")
    public String nowPlaying(@RestPath String client, byte @Nullable [] body) {
        return answered(
                body,
                (fields, caller) -> scrobbles.begin(
                        caller.userId(),
                        scrobbles.reader(fields, Field::audioscrobbler).playing(),
                        program(client)));
    }

    /** Takes plays. */
    @POST
    @Path("submissions/{client}")
    @Operation(
            summary = "Submit plays by Audioscrobbler 1.2",
            description = "Up to 50. Answered when they are on disk; those that can't be kept are passed over.")
    @Parameter(name = "client", description = "Id of the program, as the handshake told the address")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = LastFmForms.Submission.class)))
    @APIResponse(responseCode = "200", description = "`OK`, `BADSESSION`, or `FAILED` with the reason")
    public String submit(@RestPath String client, byte @Nullable [] body) {
        return answered(body, (fields, caller) -> keep(fields, caller, program(client)));
    }

    private static String program(String client) {
        return client.equals(UNNAMED) ? "" : PlayerName.of(client);
    }

    private void keep(FormFields fields, Caller caller, String program) {
        List<Scrobble> heard = scrobbles.reader(fields, Field::audioscrobbler).played().stream()
                .filter(one -> !one.isSkipped())
                .toList();
        scrobbles.keep(caller.userId(), heard, program).await().indefinitely();
        heard.stream()
                .filter(one -> one.isKept() && one.isLoved())
                .forEach(one -> loves.love(caller.userId(), one.recording()));
    }

    private String answered(byte @Nullable [] body, BiConsumer<FormFields, Caller> work) {
        try {
            FormFields fields = FormFields.of(null, body);
            Optional<Caller> caller = signIns.caller(fields.text("s"));
            caller.ifPresent(found -> work.accept(fields, found));
            return caller.isPresent() ? OK : BAD_SESSION;
        } catch (LastFmException e) {
            return e.failure().code() == LastFmFailure.NO_SESSION
                    ? BAD_SESSION
                    : e.failure().line();
        }
    }
}
