package org.segue.protocols.listenbrainz;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;
import org.segue.listens.Listen;
import org.segue.listens.ListenService;
import org.segue.listens.PlayingNow;
import org.segue.listens.ReportedListen;
import org.segue.protocols.listenbrainz.Listened.Listens;
import org.segue.protocols.listenbrainz.Listened.Payload;

/** What users have listened to, and do now. */
@Path("/1/user/{user}")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class UserListensResource {

    private static final int MAX = 1000;
    private static final long EVER = Long.MAX_VALUE;

    private final KnownUsers users;
    private final ListenService listens;
    private final PlayingNow playingNow;
    private final ListenWords words;

    UserListensResource(KnownUsers users, ListenService listens, PlayingNow playingNow, ListenWords words) {
        this.users = users;
        this.listens = listens;
        this.playingNow = playingNow;
        this.words = words;
    }

    /**
     * How many listens a user has.
     *
     * @param count the number
     */
    public record Count(int count) {}

    /** A user's listens. */
    @GET
    @Path("listens")
    @Operation(
            summary = "List a user's listens",
            description =
                    "Newest first, each as it was sent. With `min_ts` alone, those that follow that time; else the newest before `max_ts`.")
    @APIResponse(responseCode = "200", description = "A part of them")
    @APIResponse(responseCode = "400", description = "A parameter is out of range")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Payload<Listens> listens(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery("min_ts") @Nullable Long minTs,
            @RestQuery("max_ts") @Nullable Long maxTs) {
        long after = minTs == null ? -1 : minTs;
        long before = maxTs == null ? EVER : maxTs;
        if (after >= before) {
            throw Refused.badRequest("min_ts must be less than max_ts.");
        }
        User known = users.named(user);
        List<Listen> found =
                listens.of(known.id(), after, before, Math.min(count, MAX), minTs != null && maxTs == null);
        return new Payload<>(new Listens(
                found.size(),
                users.nameOf(known),
                null,
                time(listens.of(known.id(), -1, EVER, 1, false)),
                time(listens.of(known.id(), -1, EVER, 1, true)),
                words.of(known, found)));
    }

    private static @Nullable Long time(List<Listen> one) {
        return one.isEmpty() ? null : one.get(0).listenedAt();
    }

    /** How many listens a user has. */
    @GET
    @Path("listen-count")
    @Operation(summary = "Count a user's listens")
    @APIResponse(responseCode = "200", description = "The number")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Payload<Count> count(@Parameter(example = "amara-olander") @RestPath String user) {
        return new Payload<>(new Count(listens.count(users.named(user).id())));
    }

    /** What a user listens to now. */
    @GET
    @Path("playing-now")
    @Operation(summary = "Tell what a user listens to now", description = "As a player has said; a restart forgets it.")
    @APIResponse(responseCode = "200", description = "One listen, or none")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Payload<Listens> playingNow(@Parameter(example = "amara-olander") @RestPath String user) {
        User known = users.named(user);
        String name = users.nameOf(known);
        List<Listened> now = playingNow
                .of(known.id())
                .map(playing -> List.of(now(name, playing.heard())))
                .orElse(List.of());
        return new Payload<>(new Listens(now.size(), name, true, null, null, now));
    }

    private static Listened now(String user, ReportedListen heard) {
        return heard.words() == null
                ? Listened.of(user, null, heard.recording())
                : Listened.told(user, null, heard.words(), heard.recording().mbid());
    }
}
