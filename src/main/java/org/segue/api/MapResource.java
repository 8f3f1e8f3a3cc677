package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.ranking.NamedSongMaps;
import org.segue.ranking.NamedSongMaps.NamedCluster;
import org.segue.ranking.NamedSongMaps.NamedMap;
import org.segue.ranking.NamedSongMaps.PlacedSong;
import org.segue.ranking.SongMaps.DrawnCluster;
import org.segue.ranking.SongMaps.DrawnSong;

/** The most-played songs on a plane, for a page to draw. */
@Path("/api/map")
@Tag(name = "Songs", description = "Songs and artists, and what is like them")
@Blocking
public class MapResource {

    private final NamedSongMaps maps;
    private final Catalog catalog;
    private final Histories histories;
    private final Access access;

    MapResource(NamedSongMaps maps, Catalog catalog, Histories histories, Access access) {
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

    /**
     * A group of songs that are alike.
     *
     * @param cluster its number, which its songs name
     * @param label its one or two artists with most listeners; its song with most where no artist is known
     * @param x mean of its songs
     * @param y mean of its songs
     * @param songs how many of the items are of it
     */
    public record MapCluster(int cluster, String label, double x, double y, int songs) {}

    /**
     * A song on the map.
     *
     * @param song public id
     * @param title as it was first seen
     * @param artist name, empty if none is known
     * @param artistId public id, null if no artist is known
     * @param x along the direction in which the songs differ most; the middle of all is at 0, none is beyond -2 or 2
     * @param y along the next direction, at the same scale
     * @param cluster number of its cluster
     * @param listeners number of users who have it
     * @param heard whether the user who was named has it, null if nobody was named
     */
    public record MapSong(
            String song,
            String title,
            String artist,
            @Nullable String artistId,
            double x,
            double y,
            int cluster,
            int listeners,
            @Nullable Boolean heard) {}

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
    @APIResponse(responseCode = "422", description = "limit is out of range")
    public SongsOnAMap map(
            @Parameter(example = "500", description = "The most songs to draw")
                    @RestQuery
                    @DefaultValue("500")
                    @Min(1)
                    @Max(2000)
                    int limit,
            @Parameter(example = "anna", description = "Public id of the user whose songs to mark as heard")
                    @RestQuery
                    @Nullable
                    String user) {
        UserHistory history = history(user);
        NamedMap map = maps.map(limit);
        return new SongsOnAMap(
                map.model(),
                map.clusters().stream().map(MapResource::cluster).toList(),
                map.songs().stream().map(placed -> item(placed, history)).toList(),
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

    private static MapSong item(PlacedSong placed, @Nullable UserHistory history) {
        Song song = placed.song();
        DrawnSong place = placed.place();
        return new MapSong(
                song.publicId(),
                song.title(),
                song.artist(),
                song.artistPublicId(),
                place.x(),
                place.y(),
                place.cluster(),
                place.listeners(),
                history == null ? null : history.contains(song.id()));
    }

    private static MapCluster cluster(NamedCluster named) {
        DrawnCluster cluster = named.cluster();
        return new MapCluster(cluster.number(), named.label(), cluster.x(), cluster.y(), cluster.songs());
    }

    private static List<String> warnings(NamedMap map) {
        if (!map.songs().isEmpty()) {
            return List.of();
        }
        return List.of(
                map.model() == null
                        ? "There is no model yet."
                        : "The model does not know any of the songs that people have.");
    }
}
