package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.User;
import org.segue.model.ModelManifest;
import org.segue.protocols.listenbrainz.Listened.Payload;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.Recommendations;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.Snapshots;

/** Songs out, as players ask for them: those that have an id at MusicBrainz, for no other means anything to a player. */
@Path("/1/cf/recommendation/user/{user}/recording")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CfRecommendationResource {

    private static final int MAX = 500;

    private final KnownUsers users;
    private final Recommendations recommendations;
    private final RecordingRepository recordings;
    private final Snapshots snapshots;

    CfRecommendationResource(
            KnownUsers users, Recommendations recommendations, RecordingRepository recordings, Snapshots snapshots) {
        this.users = users;
        this.recommendations = recommendations;
        this.recordings = recordings;
        this.snapshots = snapshots;
    }

    /**
     * A recommended recording.
     *
     * @param recordingMbid id at MusicBrainz
     * @param score the higher the better
     * @param latestListenedAt always null: what was heard is not recommended
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Recommended(
            String recordingMbid, float score, @Nullable String latestListenedAt) {}

    /**
     * A part of the recommendations.
     *
     * @param mbids best first
     * @param entity always {@code recording}
     * @param userName whom they are for
     * @param lastUpdated when the model was trained, epoch seconds
     * @param count how many these are
     * @param totalMbidCount how many there are
     * @param offset how many were passed over
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record RecommendedPart(
            List<Recommended> mbids,
            String entity,
            String userName,
            long lastUpdated,
            int count,
            int totalMbidCount,
            int offset) {}

    /** Recordings for a user. */
    @GET
    @Operation(
            summary = "Recommend recordings",
            description = "Of the 500 best songs of the model those that have an id at MusicBrainz.")
    @APIResponse(responseCode = "200", description = "A part of them, best first")
    @APIResponse(
            responseCode = "204",
            description = "There is no model, or it knows nothing for the user that has an id")
    @APIResponse(responseCode = "400", description = "A parameter is out of range")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    @APIResponse(
            responseCode = "503",
            description = "There is too much to compute; `Retry-After` says when to ask again")
    public RestResponse<Payload<RecommendedPart>> recommend(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset) {
        User known = users.named(user);
        List<Recommended> all = all(known);
        Optional<ModelManifest> model = Optional.ofNullable(snapshots.state().model());
        if (all.isEmpty() || model.isEmpty()) {
            return RestResponse.noContent();
        }
        List<Recommended> part = all.stream().skip(offset).limit(count).toList();
        return RestResponse.ok(new Payload<>(new RecommendedPart(
                part,
                "recording",
                users.nameOf(known),
                model.get().provenance().createdAt().getEpochSecond(),
                part.size(),
                all.size(),
                offset)));
    }

    private List<Recommended> all(User user) {
        Recommendation answer = recommendations
                .recommend(RecommendationQuery.forUser(user, MAX))
                .await()
                .indefinitely();
        if (!answer.strategy().isOfTaste()) {
            return List.of();
        }
        Map<Integer, RecordingIds> ids = recordings.recordingIds(
                answer.items().stream().map(item -> item.song().id()).toList());
        List<Recommended> recommended = new ArrayList<>();
        for (RecommendedSong song : answer.items()) {
            String mbid = ids.getOrDefault(song.song().id(), RecordingIds.NONE).mbid();
            if (mbid != null) {
                recommended.add(new Recommended(mbid, song.score(), null));
            }
        }
        return recommended;
    }
}
