package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.Named;
import org.segue.catalog.NamedSongRepository;
import org.segue.catalog.User;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistService;
import org.segue.playlists.TooManyPlaylistsException;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.Recommendations;

/** Lists of songs: those that Segue makes, those that people keep, and either as files. */
@Path("/api/playlists")
@Tag(name = "Playlists", description = "Lists that Segue makes each day and week, and answers that are kept as lists")
@Blocking
public class PlaylistsResource {

    private static final int MAX_NAME_LENGTH = 200;

    private final PlaylistService playlists;
    private final Recommendations recommendations;
    private final Catalog catalog;
    private final NamedSongRepository songs;
    private final Access access;

    PlaylistsResource(
            PlaylistService playlists,
            Recommendations recommendations,
            Catalog catalog,
            NamedSongRepository songs,
            Access access) {
        this.playlists = playlists;
        this.recommendations = recommendations;
        this.catalog = catalog;
        this.songs = songs;
        this.access = access;
    }

    /**
     * An answer to keep.
     *
     * @param name what to call the list, 1 to 200 characters
     * @param request the question, as {@code /recommend} takes it; its {@code user} is whose list it will be
     */
    @Schema(examples = "{\"name\":\"Sunday morning\",\"request\":{\"user\":\"anna\",\"n\":30,\"maxPerArtist\":2}}")
    public record NewPlaylist(
            @Schema(required = true, minLength = 1, maxLength = MAX_NAME_LENGTH, pattern = PlainText.PATTERN_OF_SOME)
            @Nullable
            String name,

            @Schema(required = true, allOf = RecommendRequest.class, requiredProperties = "user") @Valid @Nullable
            RecommendRequest request) {}

    /** A user's lists. */
    @GET
    @Operation(
            summary = "List a user's lists, newest first",
            description = "Those of today and of this week are made now, if they are not there yet: `daily-jams` and"
                    + " `weekly-jams` of songs that the user knows and likes, `weekly-exploration` of new ones, `rediscover`"
                    + " of loved or much played ones that were not heard for months. There are none of somebody"
                    + " of whom nothing is known, and none before there is a model.")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "422", description = "A parameter is missing or out of range")
    @APIResponse(
            responseCode = "503",
            description = "There is too much to compute; `Retry-After` says when to ask again")
    public Page<PlaylistItem> list(@Valid @BeanParam PlaylistQuery query) {
        String user = query.user;
        if (user == null || user.isBlank()) {
            throw Problems.outOfRange("user", "user must be given: whose lists to list.");
        }
        requireReading(user);
        User found = catalog.user(user).join().orElseThrow(() -> Problems.noUser(user));
        List<Playlist> all = playlists.of(found);
        List<PlaylistItem> part = all.stream()
                .skip(query.cursor)
                .limit(query.limit)
                .map(this::item)
                .toList();
        return Page.at(query.cursor, part, all.size());
    }

    /** Keeps an answer as a list. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep an answer as a list",
            description =
                    "Asks what `/recommend` would be asked and keeps the songs, as a list of the request's `user`. It needs"
                            + " that user's token, or the administrator's.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewPlaylist.class),
                            examples = {
                                @ExampleObject(
                                        name = "New songs",
                                        value = "{\"name\":\"Sunday morning\",\"request\":{\"user\":\"amara-olander\","
                                                + "\"n\":30,\"maxPerArtist\":2,\"adventure\":0.2}}"),
                                @ExampleObject(
                                        name = "Known ones",
                                        value = "{\"name\":\"Long not heard\",\"request\":{\"user\":\"amara-olander\","
                                                + "\"n\":50,\"mode\":\"rediscover\"}}")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The list is on disk; `Location` says where",
            content = @Content(schema = @Schema(implementation = PlaylistItem.class)))
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "409", description = "The user keeps too many lists, or was forgotten meanwhile")
    @APIResponse(
            responseCode = "422",
            description = "A value is missing or out of range, there is no such user, or no song to keep")
    public RestResponse<PlaylistItem> keep(@Valid @Nullable NewPlaylist wanted) {
        if (wanted == null) {
            throw Problems.malformed(
                    "The body is empty: expected JSON like {\"name\":\"Sunday\",\"request\":{\"user\":\"anna\"}}.");
        }
        String name = PlainText.of("name", wanted.name(), MAX_NAME_LENGTH);
        if (name.isEmpty()) {
            throw Problems.outOfRange("name", "name must be given: what to call the list.");
        }
        RecommendationQuery query = query(wanted.request());
        User user = owner(query.users().get(0));
        Recommendation answer = recommendations.recommend(query).await().indefinitely();
        if (answer.items().isEmpty()) {
            throw Problems.outOfRange("request", "The answer to request has no songs: there is nothing to keep.");
        }
        return created(keep(user, name, answer));
    }

    private RecommendationQuery query(@Nullable RecommendRequest request) {
        if (request == null || request.user() == null) {
            throw Problems.outOfRange("request.user", "request.user must be given: whose list it will be.");
        }
        return request.query(catalog, songs).join();
    }

    // Whether there is somebody of a name is not everybody's to know.
    private User owner(Named<User> named) {
        User user = named.found();
        access.requireChanging(user == null ? 0 : user.id());
        if (user == null) {
            throw Problems.outOfRange("request.user", "There is no user %s.".formatted(named.name()));
        }
        return user;
    }

    private Playlist keep(User user, String name, Recommendation answer) {
        try {
            return playlists
                    .keep(user, name, answer)
                    .orElseThrow(() -> Problems.conflict("The user was forgotten meanwhile."));
        } catch (TooManyPlaylistsException e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        }
    }

    private RestResponse<PlaylistItem> created(Playlist kept) {
        return RestResponse.ResponseBuilder.<PlaylistItem>create(RestResponse.Status.CREATED)
                .entity(item(kept))
                .header(HttpHeaders.LOCATION, "playlists/" + kept.id())
                .build();
    }

    /** Deletes a list. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Delete a list",
            description =
                    "One that Segue made is not made again in its day or week. It needs the token of the user whose"
                            + " list it is, or the administrator's.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such list")
    public void delete(@RestPath String id) {
        access.requireChanging(find(id).user().id());
        playlists.delete(id);
    }

    private Playlist find(String id) {
        return playlists.byId(id).orElseThrow(() -> Problems.notFound("There is no list %s.".formatted(id)));
    }

    private void requireReading(String user) {
        access.reading().require(List.of(user)).await().indefinitely();
    }

    private PlaylistItem item(Playlist list) {
        return new PlaylistItem(
                list.id(),
                list.title(),
                list.user().publicId(),
                list.kind(),
                list.period(),
                list.songIds().size(),
                list.createdAt(),
                playlists.head(list).expiresAt());
    }
}
