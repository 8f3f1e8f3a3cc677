package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.library.LibraryChoices;
import org.segue.library.LibraryService;
import org.segue.library.LibrarySong;
import org.segue.library.LibrarySong.MatchedBy;
import org.segue.library.LibrarySongRepository;

/** Songs of libraries and what they are here, for the administrator. */
@Path("/api/libraries/{id}")
@Tag(name = "Libraries")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class LibrarySongsResource {

    private static final int MAX_ID_LENGTH = 500;

    private final LibraryService libraries;
    private final LibrarySongRepository songs;
    private final SongRepository catalog;
    private final LibraryChoices choices;

    LibrarySongsResource(
            LibraryService libraries, LibrarySongRepository songs, SongRepository catalog, LibraryChoices choices) {
        this.libraries = libraries;
        this.songs = songs;
        this.catalog = catalog;
        this.choices = choices;
    }

    /**
     * A song of a library.
     *
     * @param id the server's id
     * @param title as the server has it
     * @param artist null if the server does not say
     * @param album null if the server does not say
     * @param path where the file is, as the server says; some make it up
     * @param matched how it was found to be the song here: mbid, isrc, key, hand; new if it was made
     * @param song the song here
     * @param candidates songs here that it may be, the likeliest first
     */
    @Schema(name = "LibrarySong")
    public record Item(
            String id,
            String title,
            @Nullable String artist,
            @Nullable String album,
            @Nullable String path,
            String matched,
            Song song,
            List<LibrarySong.Candidate> candidates) {

        private static Item of(LibrarySong song) {
            return new Item(
                    song.id(),
                    song.title(),
                    song.artist(),
                    song.album(),
                    song.path(),
                    song.match().by().word(),
                    song.match().song(),
                    song.match().candidates());
        }
    }

    /** What somebody says of a song of a library and a song here. */
    @Schema(name = "LibraryMatch", examples = "{\"id\":\"f2d1\",\"song\":\"nella-quist-low-tide\",\"accepted\":true}")
    public record LibraryMatch(
            @Schema(required = true, maxLength = MAX_ID_LENGTH, description = "The server's id of its song") @Nullable
            String id,

            @Schema(required = true, description = "The song here, by its public id") @Nullable
            String song,

            @Schema(
                    required = true,
                    description =
                            "Whether they are the same. False: it is no candidate any more, and a match that was made by hand is undone")
            @Nullable
            Boolean accepted) {}

    /** Songs of a library in pages. */
    @GET
    @Path("songs")
    @Operation(
            summary = "List a library's songs and how they were matched",
            description = "Those with candidates to accept or refuse come first.")
    @APIResponse(responseCode = "200", description = "One page of songs")
    @APIResponse(responseCode = "404", description = "Library not found")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<Item> list(
            @RestPath int id,
            @RestQuery
                    @Pattern(
                            regexp = "^(mbid|isrc|key|hand|new)?$",
                            message = "must be one of mbid, isrc, key, hand, new")
                    @Parameter(
                            description = "Only songs that were matched so: mbid, isrc, key, hand or new; default: all")
                    @Nullable
                    String matched,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @DefaultValue("0") @Min(0) int cursor) {
        requireLibrary(id);
        Map<MatchedBy, Integer> counts = songs.counts(id);
        MatchedBy by = matched == null || matched.isEmpty() ? null : MatchedBy.of(matched);
        int total = by == null
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(by, 0);
        List<Item> items =
                songs.page(id, by, cursor, limit).stream().map(Item::of).toList();
        return Page.at(cursor, items, total);
    }

    /** Accepts or refuses a match. */
    @POST
    @Path("matches")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say that a library's song is a song here, or is not",
            description = "Active at once, and for syncs to come.")
    @APIResponse(responseCode = "200", description = "The library's song as it is matched now")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "404", description = "Library or song not found")
    @APIResponse(responseCode = "422", description = "A field is missing")
    public Item match(@RestPath int id, @Nullable LibraryMatch said) {
        requireLibrary(id);
        if (said == null || said.accepted() == null) {
            throw Problems.outOfRange("accepted", "accepted must be given: true or false.");
        }
        String externalId = LibrariesResource.required("id", said.id());
        String publicId = LibrariesResource.required("song", said.song());
        Song song = catalog.byPublicId(publicId)
                .orElseThrow(() -> Problems.notFound("There is no song %s.".formatted(publicId)));
        boolean isAccepted = said.accepted();
        return (isAccepted ? choices.accept(id, externalId, song.id()) : choices.refuse(id, externalId, song.id()))
                .flatMap(changed -> songs.byId(id, externalId))
                .map(Item::of)
                .orElseThrow(() -> Problems.notFound("The server of library %d has no song of this id.".formatted(id)));
    }

    private void requireLibrary(int id) {
        if (libraries.byId(id).isEmpty()) {
            throw LibrariesResource.noLibrary(id);
        }
    }
}
