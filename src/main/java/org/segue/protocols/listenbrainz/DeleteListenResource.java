package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.RecordingKey;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.listens.Listen;
import org.segue.listens.ListenService;
import org.segue.listens.ToldWords;
import org.segue.people.HistoryService;

/** Deletes what a user did not mean to have listened to, as players know listens: by time and id of the words. */
@Path("/1/delete-listen")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DeleteListenResource {

    /** More listens do not begin in one second. */
    private static final int MAX = 1000;

    private final Access access;
    private final ListenService listens;
    private final HistoryService history;
    private final ListenWords words;
    private final Catalog catalog;
    private final RecordingRepository recordings;

    DeleteListenResource(
            Access access,
            ListenService listens,
            HistoryService history,
            ListenWords words,
            Catalog catalog,
            RecordingRepository recordings) {
        this.access = access;
        this.listens = listens;
        this.history = history;
        this.words = words;
        this.catalog = catalog;
        this.recordings = recordings;
    }

    /** Deletes one. */
    @POST
    @Operation(
            summary = "Delete a listen",
            description =
                    "One of the token's user. It counts no longer, and no import brings it again. That there is no such"
                            + " listen, or none any more, is no error.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlayerBodies.DeletedListen.class),
                            examples =
                                    @ExampleObject(
                                            name = "A listen",
                                            value = "{\"listened_at\":1764000000,"
                                                    + "\"recording_msid\":\"00000000-0000-5000-8000-000000000000\"}")))
    @APIResponse(responseCode = "200", description = "There is no such listen any more")
    @APIResponse(responseCode = "400", description = "The time or the id is missing, or is none")
    public Ok delete(byte @Nullable [] body) {
        JsonNode root = SubmissionReader.object(body == null ? new byte[0] : body);
        JsonNode time = root.path("listened_at");
        if (!time.canConvertToExactIntegral()
                || !time.canConvertToLong()
                || time.longValue() < 0
                || time.longValue() > SubmissionResource.LATEST) {
            throw Refused.badRequest("listened_at must be a time in seconds since 1970.");
        }
        String msid = ListenReader.mbid(root.path("recording_msid"));
        if (msid == null) {
            throw Refused.badRequest("recording_msid must be given, a UUID.");
        }
        int userId = access.caller().userId();
        List<Listen> atThatTime = listens.of(userId, time.longValue() - 1, time.longValue() + 1, MAX, false);
        Map<Integer, ToldWords> told = words.toldOf(atThatTime);
        for (Listen listen : atThatTime) {
            song(listen)
                    .filter(song -> isTold(msid, told.get(listen.words())) || isNamed(msid, userId, song))
                    .ifPresent(song -> history.delete(new Listen(userId, listen.listenedAt(), song.id())));
        }
        return Ok.OK;
    }

    // A listen may have the key of a song that was joined to another since.
    private Optional<Song> song(Listen listen) {
        Song words = catalog.songs(List.of(listen.songId())).join().get(listen.songId());
        return words == null ? Optional.empty() : catalog.song(words.publicId()).join();
    }

    private static boolean isTold(String msid, @Nullable ToldWords words) {
        return words != null && RecordingKey.msid(words.artist(), words.title()).equals(msid);
    }

    // The id was made of the words that were told with the listen, or of those that a player had sent it with.
    private boolean isNamed(String msid, int userId, Song song) {
        return RecordingKey.msid(song.artist(), song.title()).equals(msid)
                || recordings
                        .byMsid(userId, msid)
                        .filter(key -> key == song.id())
                        .isPresent();
    }
}
