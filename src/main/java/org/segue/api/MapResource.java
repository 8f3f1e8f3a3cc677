package org.segue.api;

import io.quarkus.vertx.http.Compressed;
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
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.ranking.OwnedBy;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.SimilarSongs.SimilarItems;
import org.segue.ranking.map.MapCluster;
import org.segue.ranking.map.MapQuestion;
import org.segue.ranking.map.MapSong;
import org.segue.ranking.map.MapSongs;
import org.segue.ranking.map.MarkedMap;
import org.segue.ranking.map.SongMap;
import org.segue.ranking.map.SongMaps;
import org.segue.text.Sentence;

/** The most-played songs on a plane, with a listener's own, for a page to draw. */
@Path("/api/map")
@Tag(name = "Songs", description = "Songs and artists, and what is like them")
@Blocking
public class MapResource {

    private static final int STEPS = 6;

    private final SongMaps maps;
    private final Catalog catalog;
    private final Histories histories;
    private final MapSongs songs;
    private final Access access;

    MapResource(SongMaps maps, Catalog catalog, Histories histories, MapSongs songs, Access access) {
        this.maps = maps;
        this.catalog = catalog;
        this.histories = histories;
        this.songs = songs;
        this.access = access;
    }

    /**
     * The map.
     *
     * @param model version of the model behind it, null while there is none
     * @param clusters groups of similar songs, the largest first
     * @param items songs with most listeners first; all songs of the user that the model knows are among them
     * @param recommended public ids of the songs recommended to the user, best first; empty if none were asked for
     * @param path public ids of the songs of the path, in order; empty if none was asked for
     * @param unplaced how many of the user's songs are not on the map because the model does not know them
     * @param warnings sentences about what a reader would not expect
     */
    @Schema(
            examples =
                    "{\"model\":\"2026-11-24T10-15-00Z-3f2a\",\"clusters\":[{\"cluster\":0,\"label\":\"Sigur Rós, Múm\","
                            + "\"x\":0.31,\"y\":-0.12,\"songs\":1}],\"items\":[{\"song\":\"b21\",\"title\":\"Glósóli\","
                            + "\"artist\":\"Sigur Rós\",\"artistId\":\"sigur-ros\",\"x\":0.29,\"y\":-0.2,\"cluster\":0,"
                            + "\"listeners\":12,\"heard\":true}],\"recommended\":[],\"path\":[],\"unplaced\":2,"
                            + "\"warnings\":[]}")
    public record SongsOnAMap(
            @Nullable String model,
            List<MapCluster> clusters,
            List<MapSong> items,
            List<String> recommended,
            List<String> path,
            int unplaced,
            List<String> warnings) {}

    /** The map. */
    @GET
    @Compressed
    @Operation(
            summary = "Map the most-played songs",
            description =
                    "Coordinates of the most popular songs, each recording once, placed so that similar songs are close"
                            + " together: the first two principal components of the embeddings' directions, and clusters of these"
                            + " (spherical k-means). With `user`, all songs of that user that the model knows are on it too. The"
                            + " same model and listens give the same map, and a song's place depends on no parameter. The map is"
                            + " made when it is first asked for after either has changed. The response is compressed for clients"
                            + " that accept gzip.")
    @APIResponse(
            responseCode = "200",
            description =
                    "The map; empty, with a warning, if there is no model yet or it knows no song that anybody has")
    @APIResponse(responseCode = "403", description = "The songs of the user are not for who asks")
    @APIResponse(responseCode = "404", description = "User or song not found")
    @APIResponse(
            responseCode = "422",
            description =
                    "limit, owned or recommendations is out of range, recommendations without a user, or from and to"
                            + " are not two different songs")
    @APIResponse(responseCode = "503", description = "Too many rankings are being made; try again later")
    public SongsOnAMap map(
            @Parameter(example = "500", description = "The most songs to draw, beside those of the user")
                    @RestQuery
                    @DefaultValue("500")
                    @Min(1)
                    @Max(2000)
                    int limit,
            @Parameter(
                            example = "anna",
                            description = "Public id of the user whose songs to place and mark as heard, and as owned")
                    @RestQuery
                    @Nullable
                    String user,
            @Parameter(
                            description = OwnedChoice.PARAMETER + ". The ends of the path are there in any case",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"only", "prefer", "any", "missing"}))
                    @RestQuery
                    @Nullable
                    String owned,
            @Parameter(example = "20", description = "How many of the songs recommended to the user to place and list")
                    @RestQuery
                    @DefaultValue("0")
                    @Min(0)
                    @Max(100)
                    int recommendations,
            @Parameter(description = "Public id of the song where a path to place and list starts; needs to")
                    @RestQuery
                    @Nullable
                    String from,
            @Parameter(description = "Public id of the song where that path ends; needs from") @RestQuery @Nullable
                    String to) {
        User found = find(user);
        requireUser(found, recommendations);
        OwnedBy by = OwnedChoice.by(owned, user, catalog, access);
        UserHistory history =
                found == null ? null : histories.of(found.id(), Measure.PLAYS).join();
        SimilarItems way = way(from, to, by);
        List<Integer> best = found == null ? List.of() : songs.recommended(found, recommendations, by.owned());
        List<Integer> steps = way.items().stream().map(ScoredSong::songId).toList();
        MarkedMap map = maps.map(new MapQuestion(limit, by, history, best, steps));
        return new SongsOnAMap(
                map.map().model(),
                map.map().clusters(),
                map.map().items(),
                map.recommended(),
                map.path(),
                map.unplaced(),
                warnings(map.map(), way.warning()));
    }

    private @Nullable User find(@Nullable String user) {
        if (user == null || user.isBlank()) {
            return null;
        }
        access.reading().require(List.of(user)).await().indefinitely();
        return catalog.user(user).join().orElseThrow(() -> Problems.noUser(user));
    }

    private static void requireUser(@Nullable User user, int recommendations) {
        if (user == null && recommendations > 0) {
            throw Problems.outOfRange("recommendations", "query", "recommendations needs user.");
        }
    }

    private SimilarItems way(@Nullable String from, @Nullable String to, OwnedBy owned) {
        boolean hasFrom = from != null && !from.isBlank();
        boolean hasTo = to != null && !to.isBlank();
        if (hasFrom != hasTo) {
            throw Problems.outOfRange(hasFrom ? "to" : "from", "query", "A path needs from and to.");
        }
        if (from == null || to == null || !hasFrom) {
            return MapSongs.NO_WAY;
        }
        Song start = song(from);
        Song end = song(to);
        if (start.id() == end.id()) {
            throw Problems.outOfRange("to", "query", "A path leads to another song.");
        }
        return songs.way(start, end, STEPS, owned);
    }

    private Song song(String id) {
        return catalog.song(id).join().orElseThrow(() -> Problems.notFound("There is no song %s.".formatted(id)));
    }

    private static List<String> warnings(SongMap map, @Nullable Sentence ofPath) {
        if (map.model() == null) {
            return List.of("No model has been trained yet.");
        }
        if (map.items().isEmpty()) {
            return List.of("None of your songs are in the model yet.");
        }
        return ofPath == null ? List.of() : List.of(ofPath.text());
    }
}
