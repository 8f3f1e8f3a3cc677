package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingKey;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;

/** Love and hate, as players send them: the next recommendation counts them as what was said on our own pages. */
@Path("/1/feedback")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RecordingFeedbackResource {

    private static final int MAX = 1000;

    private final Access access;
    private final KnownUsers users;
    private final FeedbackService feedback;
    private final Catalog catalog;
    private final RecordingRepository recordings;

    RecordingFeedbackResource(
            Access access,
            KnownUsers users,
            FeedbackService feedback,
            Catalog catalog,
            RecordingRepository recordings) {
        this.access = access;
        this.users = users;
        this.feedback = feedback;
        this.catalog = catalog;
        this.recordings = recordings;
    }

    /**
     * What a user says of a recording.
     *
     * @param created when, epoch seconds
     * @param recordingMbid id at MusicBrainz, null if it is unknown
     * @param recordingMsid id of the words
     * @param score 1 for love, -1 for hate
     * @param userId whose it is
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Said(long created, @Nullable String recordingMbid, String recordingMsid, int score, String userId) {}

    /**
     * A part of what a user says.
     *
     * @param count how many these are
     * @param feedback these
     * @param offset how many were passed over
     * @param totalCount how many there are
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record SaidPart(int count, List<Said> feedback, int offset, int totalCount) {}

    /** Says it, or takes it back. */
    @POST
    @Path("recording-feedback")
    @Operation(
            summary = "Love or hate a recording",
            description = "1 loves it, -1 hates it, 0 takes either back. The very next recommendation counts it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlayerBodies.ScoredRecording.class),
                            examples =
                                    @ExampleObject(
                                            name = "Love",
                                            value =
                                                    "{\"recording_msid\":\"00000000-0000-5000-8000-000000000000\",\"score\":1}")))
    @APIResponse(responseCode = "200", description = "It is on disk")
    @APIResponse(responseCode = "400", description = "There is no id, or the score is another number")
    @APIResponse(responseCode = "404", description = "Segue does not know the recording")
    public Ok say(byte @Nullable [] body) {
        JsonNode root = SubmissionReader.object(body == null ? new byte[0] : body);
        JsonNode score = root.path("score");
        if (!score.canConvertToExactIntegral() || !score.canConvertToInt() || Math.abs(score.intValue()) > 1) {
            throw Refused.badRequest("score must be 1, -1 or 0.");
        }
        int userId = access.caller().userId();
        int songId = songId(userId, root);
        if (score.intValue() == 0) {
            feedback.delete(userId, Subject.SONG, songId);
        } else {
            Verdict verdict = score.intValue() == 1 ? Verdict.LOVE : Verdict.DISLIKE;
            feedback.put(userId, new Feedback(Subject.SONG, songId, verdict, null));
        }
        return Ok.OK;
    }

    private int songId(int userId, JsonNode root) {
        String mbid = SubmissionReader.mbid(root.path("recording_mbid"));
        String msid = SubmissionReader.mbid(root.path("recording_msid"));
        if (mbid == null && msid == null) {
            throw Refused.badRequest("recording_mbid or recording_msid must be given, a UUID.");
        }
        Optional<Integer> song = mbid == null ? Optional.empty() : recordings.byMbid(mbid);
        if (song.isEmpty() && msid != null) {
            song = recordings.byMsid(userId, msid);
        }
        return song.orElseThrow(
                () -> Refused.notFound("Segue does not know this recording: nobody has heard it here."));
    }

    /** What a user says. */
    @GET
    @Path("user/{user}/get-feedback")
    @Operation(summary = "List what a user loves and hates", description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A part of it")
    @APIResponse(responseCode = "400", description = "A parameter is out of range")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public SaidPart of(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @Nullable Integer score,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset) {
        User known = users.named(user);
        List<StoredFeedback> all = feedback.of(known.id()).stream()
                .filter(said -> said.feedback().subject() == Subject.SONG)
                .filter(said -> score(said) != 0 && (score == null || score == score(said)))
                .sorted(java.util.Comparator.comparing(StoredFeedback::judgedAt).reversed())
                .toList();
        List<Said> part = inWords(
                known, all.stream().skip(offset).limit(Math.min(count, MAX)).toList());
        return new SaidPart(part.size(), part, offset, all.size());
    }

    // A ban says nothing of what is like it: the protocol has no word for it.
    private static int score(StoredFeedback said) {
        return switch (said.feedback().verdict()) {
            case LOVE -> 1;
            case DISLIKE -> -1;
            case BAN -> 0;
        };
    }

    private List<Said> inWords(User user, List<StoredFeedback> said) {
        List<Integer> keys = said.stream().map(one -> one.feedback().key()).toList();
        Map<Integer, Song> songs = catalog.songs(keys).join();
        Map<Integer, RecordingIds> identities = recordings.recordingIds(keys);
        String name = users.nameOf(user);
        List<Said> words = new ArrayList<>();
        for (StoredFeedback one : said) {
            Song song = songs.get(one.feedback().key());
            if (song != null) {
                RecordingIds identity = identities.getOrDefault(song.id(), RecordingIds.NONE);
                words.add(new Said(
                        one.judgedAt().getEpochSecond(),
                        identity.mbid(),
                        RecordingKey.msid(song.artist(), song.title()),
                        score(one),
                        name));
            }
        }
        return words;
    }
}
