package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.ranking.map.MapCluster;
import org.segue.ranking.map.MapSong;
import org.segue.ranking.map.SongMap;
import org.segue.ranking.map.SongMaps;

/** The most-played songs on a plane, for a page to draw. */
@Path("/api/map")
@Tag(name = "Songs", description = "Songs and artists, and what is like them")
@Blocking
public class MapResource {

    private final SongMaps maps;
    private final Catalog catalog;
    private final Histories histories;
    private final Access access;

    MapResource(SongMaps maps, Catalog catalog, Histories histories, Access access) {
        this.maps = maps;
        this.catalog = catalog;
        this.histories = histories;
        this.access = access;
    }

    /**
     * The map.
     *
     * @param model version of the model behind it, null while there is none
     * @param clusters groups of songs that are alike, the largest first
     * @param items most listeners first
     * @param warnings sentences about what a reader would not expect
     */
    @Schema(
            examples =
                    "{\"model\":\"2026-11-24T10-15-00Z-3f2a\",\"clusters\":[{\"cluster\":0,\"label\":\"Sigur Rós, Múm\","
                            + "\"x\":0.31,\"y\":-0.12,\"songs\":1}],\"items\":[{\"song\":\"b21\",\"title\":\"Glósóli\","
                            + "\"artist\":\"Sigur Rós\",\"artistId\":\"sigur-ros\",\"x\":0.29,\"y\":-0.2,\"cluster\":0,"
                            + "\"listeners\":12,\"heard\":true}],\"warnings\":[]}")
    public record SongsOnAMap(
            @Nullable String model, List<MapCluster> clusters, List<MapSong> items, List<String> warnings) {}

    /** The map. */
    @GET
    @Operation(
            summary = "Map the most-played songs",
            description =
                    "Places of the songs that most people have, each recording once, such that like songs are near each"
                            + " other: the first two principal components of the embeddings' directions, and clusters of these"
                            + " (spherical k-means). The same model and listens give the same map, and a song's place does not"
                            + " depend on `limit`. The map is made when it is first asked for after either has changed.")
    @APIResponse(
            responseCode = "200",
            description =
                    "The map; empty, with a warning, if there is no model yet or it knows no song that anybody has")
    @APIResponse(responseCode = "403", description = "The songs of the user are not for who asks")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "422", description = "limit or owned is out of range")
    public SongsOnAMap map(
            @Parameter(example = "500", description = "The most songs to draw")
                    @RestQuery
                    @DefaultValue("500")
                    @Min(1)
                    @Max(2000)
                    int limit,
            @Parameter(
                            example = "anna",
                            description = "Public id of the user whose songs to mark as heard, and as owned")
                    @RestQuery
                    @Nullable
                    String user,
            @Parameter(
                            description = OwnedChoice.PARAMETER
                                    + ". Of the songs that the map has, which are the most played",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"only", "prefer", "any", "missing"}))
                    @RestQuery
                    @Nullable
                    String owned) {
        UserHistory history = history(user);
        SongMap map = maps.map(limit, OwnedChoice.by(owned, user, catalog, access));
        return new SongsOnAMap(
                map.model(),
                map.clusters(),
                history == null
                        ? map.items()
                        : map.items().stream().map(song -> song.marked(history)).toList(),
                warnings(map));
    }

    private @Nullable UserHistory history(@Nullable String user) {
        if (user == null || user.isBlank()) {
            return null;
        }
        access.reading().require(List.of(user)).await().indefinitely();
        User found = catalog.user(user).join().orElseThrow(() -> Problems.noUser(user));
        return histories.of(found.id(), Measure.PLAYS).join();
    }

    private static List<String> warnings(SongMap map) {
        if (!map.items().isEmpty()) {
            return List.of();
        }
        return List.of(
                map.model() == null ? "No model has been trained yet." : "None of your songs are in the model yet.");
    }
}
