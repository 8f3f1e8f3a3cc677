package org.segue.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Artist;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.ranking.OwnedBy;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.SimilarSongs;
import org.segue.ranking.SimilarSongs.SimilarItems;
import org.segue.text.Sentence;

/** What is like what. */
@Path("/api")
@Tag(name = "Songs", description = "Songs and artists, and what is like them")
@Blocking
public class SimilarResource {

    private final SimilarSongs similar;
    private final Catalog catalog;
    private final ArtistRepository artists;
    private final Access access;

    SimilarResource(SimilarSongs similar, Catalog catalog, ArtistRepository artists, Access access) {
        this.access = access;
        this.similar = similar;
        this.catalog = catalog;
        this.artists = artists;
    }

    /**
     * One song.
     *
     * @param id public id
     * @param title as it was first seen
     * @param artist name, empty if none is known
     * @param artistId public id, null if no artist is known
     * @param album name, null if none is known
     * @param listeners number of users who have it
     * @param inModel whether the model that answers knows it
     */
    @Schema(
            examples = "{\"id\":\"b21\",\"title\":\"Glósóli\",\"artist\":\"Sigur Rós\",\"artistId\":\"sigur-ros\","
                    + "\"album\":\"Takk…\",\"listeners\":12,\"inModel\":true}")
    public record SongDetails(
            String id,
            String title,
            String artist,
            @Nullable String artistId,
            @Nullable String album,
            int listeners,
            boolean inModel) {}

    /**
     * Songs or artists in an order.
     *
     * @param model version of the model behind it, null while there is none
     * @param items in order
     * @param warnings sentences about what a reader would not expect
     * @param <T> songs or artists
     */
    public record Ordered<T>(@Nullable String model, List<T> items, List<String> warnings) {}

    /**
     * A song like another.
     *
     * @param rank 1 for the first
     * @param song the song
     * @param similarity cosine of the embeddings, -1 to 1; on a path with the song before, 1 for the first
     * @param owned whether the user owns it, or anybody where no user was named; left out where no library says so
     */
    public record SimilarSong(
            int rank,
            @JsonUnwrapped Song song,
            float similarity,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean owned) {}

    /**
     * An artist like another.
     *
     * @param rank 1 for the most alike
     * @param artist public id
     * @param name as it was first seen
     * @param similarity cosine of the embeddings, -1 to 1
     */
    public record SimilarArtist(int rank, String artist, String name, float similarity) {}

    /** One song. */
    @GET
    @Path("songs/{song}")
    @Operation(summary = "Show a song")
    @APIResponse(responseCode = "200", description = "The song, how many have it, and whether the model knows it")
    @APIResponse(responseCode = "404", description = "There is no such song")
    public SongDetails song(@RestPath String song) {
        Song found = find(song);
        return new SongDetails(
                found.publicId(),
                found.title(),
                found.artist(),
                found.artistPublicId(),
                found.album(),
                similar.listeners(found.id()),
                similar.isKnown(found.id()));
    }

    /** Songs like one. */
    @GET
    @Path("songs/{song}/similar")
    @Operation(
            summary = "Find similar songs",
            description = "By the cosine of the embeddings, most alike first; each recording once.")
    @APIResponse(
            responseCode = "200",
            description = "Similar songs; none, with a warning, if the model knows it not yet")
    @APIResponse(responseCode = "404", description = "There is no such song, or no such user")
    @APIResponse(responseCode = "403", description = "The songs of the user are not for who asks")
    @APIResponse(responseCode = "422", description = "n or owned is out of range")
    public Ordered<SimilarSong> songs(
            @RestPath String song,
            @Parameter(example = "10") @RestQuery @DefaultValue("10") @Min(1) @Max(500) int n,
            @Parameter(
                            description = OwnedChoice.PARAMETER,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"only", "prefer", "any", "missing"}))
                    @RestQuery
                    @Nullable
                    String owned,
            @Parameter(description = OwnedChoice.WHOSE) @RestQuery @Nullable String user) {
        OwnedBy by = OwnedChoice.by(owned, user, catalog, access);
        return songs(similar.songs(find(song).id(), n, by));
    }

    /** Artists like one. */
    @GET
    @Path("artists/{artist}/similar")
    @Operation(
            summary = "Find similar artists",
            description =
                    "By the cosine of the embeddings, most alike first. An artist's embedding is the mean of those of"
                            + " the artist's songs.")
    @APIResponse(
            responseCode = "200",
            description = "Similar artists; none, with a warning, if the model knows no song of the artist yet")
    @APIResponse(responseCode = "404", description = "There is no such artist")
    @APIResponse(responseCode = "422", description = "n is out of range")
    public Ordered<SimilarArtist> artists(
            @RestPath String artist,
            @Parameter(example = "10") @RestQuery @DefaultValue("10") @Min(1) @Max(500) int n) {
        int artistId = catalog.artistKey(artist)
                .join()
                .orElseThrow(() -> Problems.notFound("There is no artist %s.".formatted(artist)));
        SimilarItems likes = similar.artists(artistId, n);
        Map<Integer, Artist> words = artists
                .byIds(likes.items().stream().map(ScoredSong::songId).toList())
                .stream()
                .collect(Collectors.toMap(Artist::id, Function.identity()));
        List<SimilarArtist> items = new ArrayList<>();
        for (ScoredSong like : likes.items()) {
            Artist other = words.get(like.songId());
            if (other != null) {
                items.add(new SimilarArtist(items.size() + 1, other.publicId(), other.name(), like.score()));
            }
        }
        return new Ordered<>(likes.model(), items, warnings(likes));
    }

    /** A way from one song to another. */
    @GET
    @Path("songs/{song}/path/{to}")
    @Operation(
            summary = "Find a path between two songs",
            description =
                    "Starts with the one and ends with the other; every song between is the nearest to its place on"
                            + " the arc between the two embeddings. `steps` steps make `steps` + 1 songs, fewer if songs run out."
                            + " `owned` is about the songs between.")
    @APIResponse(
            responseCode = "200",
            description = "The path; none, with a warning, if the model knows one of them not yet")
    @APIResponse(responseCode = "404", description = "There is no such song, or no such user")
    @APIResponse(responseCode = "403", description = "The songs of the user are not for who asks")
    @APIResponse(responseCode = "422", description = "steps or owned is out of range, or both are the same song")
    public Ordered<SimilarSong> path(
            @RestPath String song,
            @RestPath String to,
            @Parameter(example = "6") @RestQuery @DefaultValue("6") @Min(1) @Max(100) int steps,
            @Parameter(
                            description = OwnedChoice.PARAMETER,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"only", "prefer", "any", "missing"}))
                    @RestQuery
                    @Nullable
                    String owned,
            @Parameter(description = OwnedChoice.WHOSE) @RestQuery @Nullable String user) {
        Song start = find(song);
        Song end = find(to);
        if (start.id() == end.id()) {
            throw Problems.outOfRange("to", "A path leads to another song.");
        }
        return songs(similar.path(start.id(), end.id(), steps, OwnedChoice.by(owned, user, catalog, access)));
    }

    private Ordered<SimilarSong> songs(SimilarItems likes) {
        Map<Integer, Song> words = catalog.songs(
                        likes.items().stream().map(ScoredSong::songId).toList())
                .join();
        List<SimilarSong> items = new ArrayList<>();
        for (ScoredSong like : likes.items()) {
            Song song = words.get(like.songId());
            if (song != null) {
                items.add(new SimilarSong(
                        items.size() + 1, song, like.score(), likes.owned().isOwned(song.id())));
            }
        }
        return new Ordered<>(likes.model(), items, warnings(likes));
    }

    private static List<String> warnings(SimilarItems likes) {
        Sentence warning = likes.warning();
        return warning == null ? List.of() : List.of(warning.text());
    }

    private Song find(String song) {
        return catalog.song(song).join().orElseThrow(() -> Problems.notFound("There is no song %s.".formatted(song)));
    }
}
