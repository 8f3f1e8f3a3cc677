package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.library.Library;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryService;
import org.segue.library.LibrarySongRepository;
import org.segue.library.LibraryState;
import org.segue.library.LibrarySyncService;
import org.segue.library.LibraryTakenException;
import org.segue.library.LoginRepository;
import org.segue.library.ServerAddress;

/** Servers with the household's music, for the administrator. */
@Path("/api/libraries")
@Tag(name = "Libraries", description = "Servers with the household's music, and who signs in to them")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class LibrariesResource {

    private static final int CREATED = 201;
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_FOLDER_LENGTH = 1000;

    private final LibraryService libraries;
    private final LoginRepository logins;
    private final LibrarySongRepository songs;
    private final LibrarySyncService syncs;

    LibrariesResource(
            LibraryService libraries, LoginRepository logins, LibrarySongRepository songs, LibrarySyncService syncs) {
        this.libraries = libraries;
        this.logins = logins;
        this.songs = songs;
        this.syncs = syncs;
    }

    /** A library that somebody wants. */
    @Schema(
            name = "NewLibrary",
            examples =
                    "{\"kind\":\"subsonic\",\"name\":\"Navidrome\",\"url\":\"http://navidrome:4533\",\"webUrl\":\"https://music.example.org\"}")
    public record NewLibrary(
            @Schema(
                    required = true,
                    description =
                            "What the server speaks. `subsonic`: Navidrome, gonic, LMS, supysonic, Airsonic, Nextcloud Music, Ampache and others."
                                    + " `jellyfin`: Jellyfin")
            @Nullable
            LibraryKind kind,

            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = MAX_NAME_LENGTH,
                    pattern = PlainText.PATTERN_OF_SOME,
                    description = "What the household calls it")
            @Nullable
            String name,

            @Schema(
                    required = true,
                    description = "Where Segue reaches it, http or https; without a user or a password in it")
            @Nullable
            String url,

            @Schema(description = "Where browsers reach it, if that is elsewhere, as in containers") @Nullable
            String webUrl) {}

    /** What of a library is to be changed. */
    @Schema(name = "LibraryChange", examples = "{\"name\":\"Navidrome\"}")
    public record LibraryChange(
            @Schema(
                    maxLength = MAX_NAME_LENGTH,
                    pattern = PlainText.PATTERN,
                    description = "What the household calls it")
            @Nullable
            String name,

            @Schema(description = "Where Segue reaches it") @Nullable
            String url,

            @Schema(description = "Where browsers reach it") @Nullable
            String webUrl,

            @Schema(
                    maxLength = MAX_FOLDER_LENGTH,
                    pattern = PlainText.PATTERN,
                    description = "Where players of files find its music, for M3U8; empty for none")
            @Nullable
            String folder) {}

    /** All libraries. */
    @GET
    @Operation(
            summary = "List the libraries",
            description =
                    "With what their servers said that they can do, who signs in, and how their songs were matched.")
    @APIResponse(responseCode = "200", description = "All libraries, oldest first")
    public Page<LibraryDetails> list() {
        List<LibraryDetails> all = libraries.list().stream().map(this::details).toList();
        return new Page<>(all, all.size(), null);
    }

    /** Adds a library. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            summary = "Add a library",
            description = "Nobody is asked yet: `POST /api/libraries/{id}/logins` signs somebody in.")
    @APIResponse(responseCode = "201", description = "The library")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "409", description = "There is a library with this name or address already")
    @APIResponse(responseCode = "422", description = "A field is missing, or no name or address")
    public LibraryDetails create(@Nullable NewLibrary wanted) {
        if (wanted == null) {
            throw Problems.malformed("The body is empty: expected JSON with kind, name and url.");
        }
        if (wanted.kind() == null) {
            throw Problems.outOfRange("kind", "kind must be given: subsonic or jellyfin.");
        }
        String name = required("name", PlainText.of("name", wanted.name(), MAX_NAME_LENGTH));
        URI url = address("url", required("url", wanted.url()));
        URI webUrl = wanted.webUrl() == null ? null : address("webUrl", wanted.webUrl());
        try {
            return details(libraries.create(wanted.kind(), name, url, webUrl));
        } catch (LibraryTakenException e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        }
    }

    /** One library. */
    @GET
    @Path("{id}")
    @Operation(summary = "See a library")
    @APIResponse(responseCode = "200", description = "The library")
    @APIResponse(responseCode = "404", description = "Library not found")
    public LibraryDetails get(@RestPath int id) {
        return details(find(id));
    }

    /** Changes a library. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a library",
            description =
                    "What is left out stays as it is. Logins and songs stay: the next sync reads it where it is now.")
    @APIResponse(responseCode = "200", description = "The library")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "404", description = "Library not found")
    @APIResponse(responseCode = "409", description = "Another library has this name or address")
    @APIResponse(responseCode = "422", description = "A field is no name, address or folder")
    public LibraryDetails change(@RestPath int id, @Nullable LibraryChange change) {
        LibraryState state = find(id);
        if (change == null) {
            throw Problems.malformed("The body is empty: expected JSON with what is to be changed.");
        }
        Library before = state.library();
        String name = change.name() == null
                ? before.name()
                : required("name", PlainText.of("name", change.name(), MAX_NAME_LENGTH));
        URI url = change.url() == null ? before.url() : address("url", change.url());
        boolean isOneAddress = before.webUrl().equals(before.url());
        URI web = change.webUrl() == null ? isOneAddress ? url : before.webUrl() : address("webUrl", change.webUrl());
        String folder =
                change.folder() == null ? state.folder() : PlainText.of("folder", change.folder(), MAX_FOLDER_LENGTH);
        try {
            return details(libraries.change(
                    new Library(id, before.kind(), name, url, web),
                    folder == null || folder.isEmpty() ? null : folder));
        } catch (LibraryTakenException e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        }
    }

    /** Takes a library back. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Delete a library",
            description =
                    "With its logins and what these alone have brought, at once; songs that it alone has brought go in the"
                            + " background. The playlists that Segue made there for these logins go from the server, if it answers.")
    @APIResponse(responseCode = "200", description = ListsLeft.WORDS)
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "Library not found")
    public RestResponse<ListsLeft> delete(@RestPath int id) {
        return ListsLeft.answer(libraries.delete(id).orElseThrow(() -> noLibrary(id)));
    }

    private LibraryDetails details(LibraryState state) {
        return LibraryDetails.of(
                state,
                songs.counts(state.id()),
                logins.ofLibrary(state.id()),
                syncs.last(state.id()).orElse(null));
    }

    private LibraryState find(int id) {
        return libraries.byId(id).orElseThrow(() -> noLibrary(id));
    }

    static RuntimeException noLibrary(int id) {
        return Problems.notFound("There is no library %d.".formatted(id));
    }

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problems.outOfRange(field, field + " must be given.");
        }
        return value;
    }

    private static URI address(String field, String typed) {
        try {
            return ServerAddress.of(typed);
        } catch (IllegalArgumentException e) {
            throw Problems.outOfRange(field, "%s is no address of a server. %s".formatted(field, e.getMessage()));
        }
    }
}
