package org.segue.protocols.listenbrainz;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.segue.catalog.User;
import org.segue.protocols.listenbrainz.Listened.Payload;

/** What users have listened to most, and how much when. Counted when it is asked for. */
@Path("/1/stats/user/{user}")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "A parameter is out of range")
@APIResponse(responseCode = "404", description = "There is no such user")
@APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
@Blocking
public class StatsResource {

    private static final int MAX = 1000;
    private static final String RANGE = "In days of UTC: one that has begun, or the last that is over";
    private static final String ORDER = "Most listens first.";

    private final KnownUsers users;
    private final Stats stats;

    StatsResource(KnownUsers users, Stats stats) {
        this.users = users;
        this.stats = stats;
    }

    /** How entries are counted. */
    private interface Counting {
        List<Map<String, Object>> count(User user, LocalDate from, LocalDate to);
    }

    /** Artists. */
    @GET
    @Path("artists")
    @Operation(summary = "List whom a user has listened to most", description = ORDER)
    @APIResponse(
            responseCode = "200",
            description = "A part of them",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Payload<Map<String, Object>> artists(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset,
            @Parameter(description = RANGE) @RestQuery @DefaultValue("all_time") String range) {
        return part(user, "artists", "total_artist_count", range, count, offset, stats::artists);
    }

    /** Recordings. */
    @GET
    @Path("recordings")
    @Operation(summary = "List which recordings a user has listened to most", description = ORDER)
    @APIResponse(
            responseCode = "200",
            description = "A part of them",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Payload<Map<String, Object>> recordings(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset,
            @Parameter(description = RANGE) @RestQuery @DefaultValue("all_time") String range) {
        return part(user, "recordings", "total_recording_count", range, count, offset, stats::recordings);
    }

    /** Albums. */
    @GET
    @Path("releases")
    @Operation(summary = "List which albums a user has listened to most", description = ORDER)
    @APIResponse(
            responseCode = "200",
            description = "A part of them",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Payload<Map<String, Object>> releases(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset,
            @Parameter(description = RANGE) @RestQuery @DefaultValue("all_time") String range) {
        return part(user, "releases", "total_release_count", range, count, offset, stats::releases);
    }

    /** Albums in all their editions. */
    @GET
    @Path("release-groups")
    @Operation(summary = "List which albums, in whatever edition, a user has listened to most", description = ORDER)
    @APIResponse(
            responseCode = "200",
            description = "A part of them",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Payload<Map<String, Object>> releaseGroups(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset,
            @Parameter(description = RANGE) @RestQuery @DefaultValue("all_time") String range) {
        return part(user, "release_groups", "total_release_group_count", range, count, offset, stats::releaseGroups);
    }

    private Payload<Map<String, Object>> part(
            String user, String entity, String total, String word, int count, int offset, Counting counting) {
        StatsRange range = range(word);
        User known = users.named(user);
        LocalDate today = today();
        List<Map<String, Object>> all = counting.count(known, range.first(today), range.end(today));
        List<Map<String, Object>> part =
                all.stream().skip(offset).limit(Math.min(count, MAX)).toList();
        Map<String, Object> payload = head(known, range, range.first(today), range.end(today));
        payload.put(entity, part);
        payload.put("count", part.size());
        payload.put("offset", offset);
        payload.put(total, all.size());
        return new Payload<>(payload);
    }

    /** How much when. */
    @GET
    @Path("listening-activity")
    @Operation(
            summary = "Count a user's listens by days, months or years",
            description = "Of the range and the one before it; of all time the years in which there are any.")
    @APIResponse(
            responseCode = "200",
            description = "An entry for each day, month or year",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Payload<Map<String, Object>> listeningActivity(
            @Parameter(example = "amara-olander") @RestPath String user,
            @Parameter(description = RANGE) @RestQuery @DefaultValue("all_time") String range) {
        StatsRange known = range(range);
        User listener = users.named(user);
        LocalDate first = known.firstBefore(today());
        LocalDate end = known.end(today());
        Map<String, Object> payload = head(listener, known, first, end);
        payload.put(
                "listening_activity", stats.activity(listener, first, end, known.step(), known == StatsRange.ALL_TIME));
        return new Payload<>(payload);
    }

    private Map<String, Object> head(User user, StatsRange range, LocalDate first, LocalDate end) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("user_id", users.nameOf(user));
        payload.put("range", range.word());
        payload.put("from_ts", Stats.seconds(first));
        payload.put("to_ts", Stats.seconds(end) - 1);
        payload.put("last_updated", Clock.systemUTC().instant().getEpochSecond());
        return payload;
    }

    private static StatsRange range(String word) {
        return StatsRange.of(word)
                .orElseThrow(() -> Refused.badRequest("range must be one of %s.".formatted(StatsRange.words())));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
