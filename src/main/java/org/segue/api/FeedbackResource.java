package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;

/** Feedback of users on songs and artists; the next recommendation counts it. */
@Path("/api/users/{user}/feedback")
@Tag(name = "Feedback", description = "Love, dislike or ban songs and artists; the very next recommendation counts it")
@Blocking
public class FeedbackResource {

    /** Later times have no four-digit year, which is how JSON's readers expect them. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final FeedbackService feedback;
    private final Catalog catalog;

    FeedbackResource(FeedbackService feedback, Catalog catalog) {
        this.feedback = feedback;
        this.catalog = catalog;
    }

    /**
     * Feedback that a user gives.
     *
     * @param verdict love, dislike or ban
     * @param until when a ban ends; only for bans
     */
    @Schema(name = "Judgement", examples = "{\"verdict\":\"ban\",\"until\":\"2030-01-01T00:00:00Z\"}")
    public record FeedbackRequest(
            @Schema(required = true) @Nullable Verdict verdict,

            @JsonProperty @Schema(description = "When a ban ends; null for never. Only for bans") @Nullable
            Instant until) {}

    /**
     * One entry of a list of feedback.
     *
     * @param type song or artist
     * @param id public id of the song or artist
     * @param name title of the song or name of the artist
     * @param verdict love, dislike or ban
     * @param until when a ban ends, null for never and for other verdicts
     * @param judgedAt when it was said
     */
    public record FeedbackItem(
            Subject type,
            String id,
            String name,
            Verdict verdict,
            @Nullable Instant until,
            Instant judgedAt) {
        private static FeedbackItem of(StoredFeedback stored) {
            Feedback said = stored.feedback();
            return new FeedbackItem(
                    said.subject(), stored.publicId(), stored.name(), said.verdict(), said.until(), stored.judgedAt());
        }
    }

    /** All feedback of a user that is in force. */
    @GET
    @Operation(summary = "List a user's feedback", description = "Songs first. Bans that have ended are not listed.")
    @APIResponse(responseCode = "200", description = "All current feedback")
    @APIResponse(responseCode = "404", description = "There is no such user")
    public Page<FeedbackItem> list(@Parameter(example = "amara-olander") @RestPath String user) {
        List<FeedbackItem> items =
                feedback.of(userId(user)).stream().map(FeedbackItem::of).toList();
        return new Page<>(items, items.size(), null);
    }

    /** Loves, dislikes or bans a song. */
    @PUT
    @Path("songs/{song}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Love, dislike or ban a song",
            description = "Replaces what the user has said of it before. The very next recommendation counts it.")
    @APIResponse(responseCode = "204", description = "It is on disk and counts")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "404", description = "There is no such user or song")
    @APIResponse(responseCode = "422", description = "No feedback, or an `until` that is past or not of a ban")
    public void putSongFeedback(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestPath String song,
            @Nullable FeedbackRequest request) {
        int userId = userId(user);
        feedback.put(userId, feedback(Subject.SONG, songId(song), request));
    }

    /** Loves, dislikes or bans an artist. */
    @PUT
    @Path("artists/{artist}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Love, dislike or ban an artist",
            description =
                    "Replaces what the user has said of the artist before. The very next recommendation counts it."
                            + " A ban keeps all songs of the artist away; love and dislike stand for the artist's songs that the user"
                            + " has heard and for the ten that most people play.")
    @APIResponse(responseCode = "204", description = "It is on disk and counts")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "404", description = "There is no such user or artist")
    @APIResponse(responseCode = "422", description = "No feedback, or an `until` that is past or not of a ban")
    public void putArtistFeedback(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestPath String artist,
            @Nullable FeedbackRequest request) {
        int userId = userId(user);
        feedback.put(userId, feedback(Subject.ARTIST, artistId(artist), request));
    }

    /** Deletes the feedback on a song. */
    @DELETE
    @Path("songs/{song}")
    @Operation(summary = "Remove feedback on a song")
    @APIResponse(responseCode = "204", description = "The user says nothing of the song now")
    @APIResponse(responseCode = "404", description = "There is no such user or song")
    public void deleteSongFeedback(@Parameter(example = "amara-olander") @RestPath String user, @RestPath String song) {
        int userId = userId(user);
        feedback.delete(userId, Subject.SONG, songId(song));
    }

    /** Deletes the feedback on an artist. */
    @DELETE
    @Path("artists/{artist}")
    @Operation(summary = "Remove feedback on an artist")
    @APIResponse(responseCode = "204", description = "The user says nothing of the artist now")
    @APIResponse(responseCode = "404", description = "There is no such user or artist")
    public void deleteArtistFeedback(
            @Parameter(example = "amara-olander") @RestPath String user, @RestPath String artist) {
        int userId = userId(user);
        feedback.delete(userId, Subject.ARTIST, artistId(artist));
    }

    private static Feedback feedback(Subject subject, int key, @Nullable FeedbackRequest request) {
        if (request == null) {
            throw Problems.malformed("The body is empty: expected JSON like {\"verdict\":\"love\"}.");
        }
        Verdict verdict = request.verdict();
        if (verdict == null) {
            throw Problems.outOfRange("verdict", "verdict must be given: love, dislike or ban.");
        }
        return new Feedback(subject, key, verdict, end(verdict, request.until()));
    }

    private static @Nullable Instant end(Verdict verdict, @Nullable Instant until) {
        if (until == null) {
            return null;
        }
        if (verdict != Verdict.BAN) {
            throw Problems.outOfRange("until", "until is for bans only: a %s does not end.".formatted(verdict.word()));
        }
        if (!until.isAfter(Instant.now())) {
            throw Problems.outOfRange("until", "until is past: a ban ends in the future.");
        }
        if (until.isAfter(LATEST)) {
            throw Problems.outOfRange("until", "until is after the year 9999: leave it out for a ban without an end.");
        }
        return roundedUp(until);
    }

    // A ban must not end before its time.
    private static Instant roundedUp(Instant time) {
        Instant seconds = time.truncatedTo(ChronoUnit.SECONDS);
        return seconds.equals(time) ? time : seconds.plusSeconds(1);
    }

    private int userId(String user) {
        return known(catalog.user(user), "There is no user %s.".formatted(user)).id();
    }

    private int songId(String song) {
        return known(catalog.song(song), "There is no song %s.".formatted(song)).id();
    }

    private int artistId(String artist) {
        return known(catalog.artistKey(artist), "There is no artist %s.".formatted(artist));
    }

    private static <T> T known(CompletableFuture<Optional<T>> lookup, String otherwise) {
        return lookup.join().orElseThrow(() -> Problems.notFound(otherwise));
    }
}
