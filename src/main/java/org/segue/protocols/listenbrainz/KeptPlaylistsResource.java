package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.User;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistService;
import org.segue.playlists.TooManyPlaylistsException;

/** Lists that users keep, for players that make and change them. */
@Path("/1/playlist")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class KeptPlaylistsResource {

    private final PlaylistService playlists;
    private final Access access;
    private final Catalog catalog;
    private final RecordingRepository recordings;

    KeptPlaylistsResource(PlaylistService playlists, Access access, Catalog catalog, RecordingRepository recordings) {
        this.playlists = playlists;
        this.access = access;
        this.catalog = catalog;
        this.recordings = recordings;
    }

    /**
     * A list was made.
     *
     * @param status always {@code ok}
     * @param playlistMbid id of the list
     */
    public record Created(
            String status, @JsonProperty("playlist_mbid") String playlistMbid) {}

    /** Keeps a list. */
    @POST
    @Path("create")
    @Operation(
            summary = "Keep a list",
            description =
                    "Of the token's user. A track is found by its identifier, a recording at MusicBrainz, or by creator and"
                            + " title.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlayerBodies.SubmittedList.class),
                            examples =
                                    @ExampleObject(
                                            name = "A list",
                                            value = "{\"playlist\":{\"title\":\"Sunday\",\"track\":[{\"creator\":"
                                                    + "\"Concrete Youth\",\"title\":\"Against Tomorrow\"}]}}")))
    @APIResponse(responseCode = "200", description = "It is on disk")
    @APIResponse(responseCode = "400", description = "It has no title, or a track that Segue does not know")
    @APIResponse(responseCode = "409", description = "The user keeps too many lists")
    @APIResponse(responseCode = "413", description = "The body is too large")
    public Created create(byte @Nullable [] body) {
        SubmittedPlaylist wanted = SubmittedPlaylist.of(body);
        User user = catalog.user(access.caller().user())
                .join()
                .orElseThrow(() -> Refused.unauthorized("The user of this token is gone."));
        try {
            Playlist kept = playlists
                    .keep(user, wanted.title(), songIds(wanted.tracks()))
                    .orElseThrow(() -> Refused.unauthorized("The user of this token is gone."));
            return new Created("ok", kept.id());
        } catch (TooManyPlaylistsException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        }
    }

    private List<Integer> songIds(List<SubmittedPlaylist.Track> tracks) {
        Map<String, Integer> known = recordings.byMbids(tracks.stream()
                .map(SubmittedPlaylist.Track::mbid)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList());
        List<ExternalSong> others = tracks.stream()
                .filter(track -> !known.containsKey(String.valueOf(track.mbid())))
                .map(KeptPlaylistsResource::named)
                .distinct()
                .toList();
        List<Integer> keys = others.isEmpty() ? List.of() : recordings.resolve(others, catalog::forget);
        List<Integer> songs = new ArrayList<>();
        for (SubmittedPlaylist.Track track : tracks) {
            Integer ofMbid = known.get(String.valueOf(track.mbid()));
            songs.add(ofMbid != null ? ofMbid : keys.get(others.indexOf(track.named())));
        }
        return songs;
    }

    private static ExternalSong named(SubmittedPlaylist.Track track) {
        if (track.named() == null) {
            throw Refused.badRequest("Segue does not know the recording %s: give its creator and title as well."
                    .formatted(track.mbid()));
        }
        return track.named();
    }

    /** Calls a list otherwise. */
    @POST
    @Path("edit/{playlist}")
    @Operation(summary = "Rename a list", description = "One that the token's user keeps. Its tracks stay as they are.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlayerBodies.SubmittedList.class),
                            examples =
                                    @ExampleObject(
                                            name = "A name",
                                            value = "{\"playlist\":{\"title\":\"Sunday morning\"}}")))
    @APIResponse(responseCode = "200", description = "It is on disk")
    @APIResponse(responseCode = "400", description = "There is no title, or Segue made the list")
    @APIResponse(responseCode = "404", description = "There is no such list")
    public Ok edit(@RestPath String playlist, byte @Nullable [] body) {
        Playlist list = own(playlist);
        SubmittedPlaylist wanted = SubmittedPlaylist.of(body);
        if (list.kind() != null) {
            throw Refused.badRequest("Segue made this list: it keeps its name.");
        }
        playlists.rename(list.id(), wanted.title());
        return Ok.OK;
    }

    /** Deletes a list. */
    @POST
    @Path("{playlist}/delete")
    @Operation(
            summary = "Delete a list",
            description = "One of the token's user. One that Segue made is not made again in its day or week.")
    @APIResponse(responseCode = "200", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such list")
    public Ok delete(@RestPath String playlist) {
        playlists.delete(own(playlist).id());
        return Ok.OK;
    }

    private Playlist own(String id) {
        Playlist list =
                playlists.byId(id).orElseThrow(() -> Refused.notFound("Playlist %s does not exist.".formatted(id)));
        access.requireChanging(list.user().id());
        return list;
    }
}
