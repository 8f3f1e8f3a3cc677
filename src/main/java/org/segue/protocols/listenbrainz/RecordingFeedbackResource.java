package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
import org.segue.catalog.RecordingRepository;
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
    private final FeedbackWords words;
    private final RecordingRepository recordings;

    RecordingFeedbackResource(
            Access access,
            KnownUsers users,
            FeedbackService feedback,
            FeedbackWords words,
            RecordingRepository recordings) {
        this.access = access;
        this.users = users;
        this.feedback = feedback;
        this.words = words;
        this.recordings = recordings;
    }

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
        String mbid = ListenReader.mbid(root.path("recording_mbid"));
        String msid = ListenReader.mbid(root.path("recording_msid"));
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
    public Said.Part of(
            @Parameter(example = "amara-olander") @RestPath String user,
            @Parameter(description = "Only what is loved (1), or hated (-1)") @RestQuery @Nullable Integer score,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset,
            @Parameter(description = "`true` to be told what the recordings are called as well")
                    @RestQuery
                    @DefaultValue("false")
                    String metadata) {
        User known = users.named(user);
        List<StoredFeedback> all = words.ofSongs(known, score);
        List<StoredFeedback> part =
                all.stream().skip(offset).limit(Math.min(count, MAX)).toList();
        List<Said> said = words.inWords(known, part, isTrue(metadata));
        return new Said.Part(said.size(), said, offset, all.size());
    }

    // Python's programs say True.
    private static boolean isTrue(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return Set.of("true", "t", "1", "yes").contains(word);
    }

    /** What a user says of some recordings. */
    @GET
    @Path("user/{user}/get-feedback-for-recordings")
    @Operation(
            summary = "Tell what a user says of recordings",
            description = "In the order of the ids. A score of 0 says that the user has said nothing.")
    @APIResponse(responseCode = "200", description = "One entry for each id")
    @APIResponse(responseCode = "400", description = "There is no id, there are more than 1,000, or one is no UUID")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Said.OfRecordings ofRecordings(
            @Parameter(example = "amara-olander") @RestPath String user,
            @Parameter(description = "Ids at MusicBrainz, with commas between") @RestQuery("recording_mbids") @Nullable
                    String mbids,
            @Parameter(description = "Ids of words, with commas between") @RestQuery("recording_msids") @Nullable
                    String msids) {
        Uuids asked = Uuids.of(MAX, mbids, msids);
        return words.of(users.named(user), asked.of(0), asked.of(1));
    }
}
