package org.segue.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.listens.PlayingNow;
import org.segue.listens.PlayingNow.Playing;

/** What a user listens to, as it changes. */
@Path("/api/users/{user}/playing/events")
@Blocking // until it is known that there is such a user; the events themselves hold no thread
@Tag(name = "Users")
public class PlayingResource {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** A client that is gone is noticed when something is sent to it. */
    private static final int LOOKS_A_SIGN = 5;

    /** Who follows for longer asks again: whether it still may is looked at then. */
    private static final int MAX_SECONDS = 1800;

    private final Catalog catalog;
    private final PlayingNow playing;

    PlayingResource(Catalog catalog, PlayingNow playing) {
        this.catalog = catalog;
        this.playing = playing;
    }

    /**
     * What a user listens to.
     *
     * @param playing the song, null when the user listens to nothing, or no player has said
     */
    @RegisterForReflection
    @Schema(
            examples =
                    "{\"playing\":{\"title\":\"Roads\",\"artist\":\"Portishead\",\"client\":\"Navidrome\",\"song\":\"d1685\","
                            + "\"since\":\"2026-11-30T10:00:00Z\"}}")
    public record PlayingState(@Nullable PlayingSong playing) {}

    /**
     * The song that a user listens to.
     *
     * @param title as the player says
     * @param artist as the player says, empty if it does not
     * @param client name of the player, empty if it does not say
     * @param song public id, null if the song is not known here yet
     * @param since when the player said so
     */
    @RegisterForReflection
    public record PlayingSong(
            String title,
            String artist,
            String client,
            @Nullable String song,
            Instant since) {}

    private record Look(long sign, @Nullable Playing playing) {}

    /** Events for as long as somebody follows. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow what a user listens to as server-sent events",
            description =
                    "`playing` with the song as JSON: at first, when it has changed, and every five seconds as a sign"
                            + " of life. Clients connect again when it has ended.")
    @APIResponse(
            responseCode = "200",
            description = "Events about the song that is playing",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = PlayingState.class)))
    @APIResponse(responseCode = "404", description = "User not found")
    @APIResponse(responseCode = "422", description = "Seconds out of range")
    @APIResponse(responseCode = "429", description = "Too many event streams of this address")
    public Multi<OutboundSseEvent> events(
            @Parameter(description = "Public ID of the user", example = "amara-olander") @RestPath String user,
            @Parameter(description = "How long to follow, in seconds")
                    @RestQuery
                    @DefaultValue(MAX_SECONDS + "")
                    @Min(1)
                    @Max(MAX_SECONDS)
                    int seconds,
            @Context Sse sse) {
        User found = catalog.user(user).join().orElseThrow(() -> Problems.noUser(user));
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_LOOKS)
                .onOverflow()
                .drop()
                .select()
                .first(seconds)
                .map(tick ->
                        new Look(tick / LOOKS_A_SIGN, playing.of(found.id()).orElse(null)))
                .skip()
                .repetitions()
                .onItem()
                .transformToUniAndConcatenate(look -> state(look.playing()))
                .map(state -> event(state, sse));
    }

    private Uni<PlayingState> state(@Nullable Playing playing) {
        if (playing == null) {
            return Uni.createFrom().item(new PlayingState(null));
        }
        return Uni.createFrom()
                .completionStage(() -> catalog.songs(List.of(playing.songId())))
                .map(found -> new PlayingState(song(playing, found.get(playing.songId()))));
    }

    private static PlayingSong song(Playing playing, @Nullable Song known) {
        return new PlayingSong(
                Objects.requireNonNullElse(playing.heard().recording().title(), ""),
                Objects.requireNonNullElse(playing.heard().recording().artist(), ""),
                playing.heard().client(),
                known == null ? null : known.publicId(),
                Instant.ofEpochSecond(playing.began()));
    }

    private static OutboundSseEvent event(PlayingState state, Sse sse) {
        return sse.newEventBuilder()
                .name("playing")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(state)
                .build();
    }
}
