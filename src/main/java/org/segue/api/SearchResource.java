package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Artist;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;

/** Suggestions while somebody types. */
@Path("/api")
@Tag(name = "Search", description = "Users, songs and artists by their words")
@Blocking
public class SearchResource {

    private final UserRepository users;
    private final SongRepository songs;
    private final ArtistRepository artists;

    SearchResource(UserRepository users, SongRepository songs, ArtistRepository artists) {
        this.users = users;
        this.songs = songs;
        this.artists = artists;
    }

    /** What a search may say. */
    public static class SearchQuery {
        @RestQuery
        @DefaultValue("")
        @Size(max = 200, message = "must have at most {max} characters")
        @Parameter(description = "Starts of words; case and accents do not count. Empty for all")
        String q = "";

        @RestQuery
        @DefaultValue("50")
        @Min(1)
        @Max(500)
        int limit;

        @RestQuery
        @DefaultValue("0")
        @Min(0)
        @Max(1_000_000_000)
        @Parameter(description = "`next` of the part before")
        int cursor;

        private <T, I> Page<I> page(Search<T> search, Function<T, I> item, int total) {
            List<I> found = search.find(q, cursor, limit).stream().map(item).toList();
            return Page.at(cursor, found, total);
        }
    }

    /** Finds a part of what begins with some words. */
    private interface Search<T> {
        List<T> find(String typed, int offset, int limit);
    }

    /**
     * A user in a list.
     *
     * @param id public id
     * @param name for people to read
     */
    public record UserItem(String id, String name) {
        private static UserItem of(User user) {
            return new UserItem(user.publicId(), user.name());
        }
    }

    /**
     * A song in a list.
     *
     * @param id public id
     * @param title as it was first seen
     * @param artist name, empty if none is known
     * @param artistId public id, null if no artist is known
     * @param album name, null if none is known
     */
    public record SongItem(
            String id,
            String title,
            String artist,
            @Nullable String artistId,
            @Nullable String album) {
        private static SongItem of(Song song) {
            return new SongItem(song.publicId(), song.title(), song.artist(), song.artistPublicId(), song.album());
        }
    }

    /**
     * An artist in a list.
     *
     * @param id public id
     * @param name as it was first seen
     */
    @Schema(examples = "{\"id\":\"sigur-ros\",\"name\":\"Sigur Rós\"}")
    public record ArtistItem(String id, String name) {
        private static ArtistItem of(Artist artist) {
            return new ArtistItem(artist.publicId(), artist.name());
        }
    }

    /** Users by the words of their names. */
    @GET
    @Path("users")
    @Operation(
            summary = "Search users",
            description =
                    "By the starts of the words of their names. Whom public dumps brought are not among them; who was merged"
                            + " into another is found by both names.")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<UserItem> users(@Valid @BeanParam SearchQuery query) {
        return query.page(users::search, UserItem::of, users.count(query.q));
    }

    /** Songs by the words of their titles and artists. */
    @GET
    @Path("songs")
    @Operation(
            summary = "Search songs",
            description =
                    "By the starts of the words of title and artist, those that most people play first. `total` counts what can be paged"
                            + " through: all matches among the 20,000 most-played songs, and 500 others.")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<SongItem> songs(@Valid @BeanParam SearchQuery query) {
        return query.page(songs::search, SongItem::of, songs.count(query.q));
    }

    /** Artists by the words of their names. */
    @GET
    @Path("artists")
    @Operation(
            summary = "Search artists",
            description = "By the starts of the words of their names, those with the most-played song first.")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<ArtistItem> artists(@Valid @BeanParam SearchQuery query) {
        return query.page(artists::search, ArtistItem::of, artists.count(query.q));
    }
}
