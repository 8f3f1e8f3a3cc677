package org.segue.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Iterator;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.AmbiguousNameException;
import org.segue.library.Account;
import org.segue.library.Library;
import org.segue.library.LibraryService;
import org.segue.library.LibraryTakenException;
import org.segue.library.LoginRepository;
import org.segue.library.LoginService;
import org.segue.library.LoginTaste;

/** Listeners' accounts at libraries, for the administrator. */
@Path("/api/libraries/{id}/logins")
@Tag(name = "Libraries")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class LibraryLoginsResource {

    private static final int CREATED = 201;
    private static final int MAX_USER_LENGTH = 128;
    private static final int MAX_SECRET_LENGTH = 1000;
    private static final Set<String> TASTES = Set.of("stars", "ratings", "counts", "lovesOut");

    private static final String TASTE =
            "What of its taste counts: an object of `stars` (loves here; default true), `ratings` (default true), `counts` (play counts,"
                    + " as far as the plays are not known from elsewhere; default false) and `lovesOut` (loves here become stars there;"
                    + " default false); or `false` for nothing";

    private final LibraryService libraries;
    private final LoginRepository logins;
    private final LoginService service;

    LibraryLoginsResource(LibraryService libraries, LoginRepository logins, LoginService service) {
        this.libraries = libraries;
        this.logins = logins;
        this.service = service;
    }

    /** Who signs in. */
    @Schema(name = "NewLibraryLogin", examples = "{\"listener\":\"anna\",\"user\":\"anna\",\"password\":\"…\"}")
    public record NewLibraryLogin(
            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = MAX_USER_LENGTH,
                    pattern = PlainText.PATTERN_OF_SOME,
                    description = "Whose account it is: a listener here, or a new one")
            @Nullable
            String listener,

            @Schema(
                    maxLength = MAX_USER_LENGTH,
                    pattern = PlainText.PATTERN,
                    description = "What the server calls the account")
            @Nullable
            String user,

            @Schema(
                    maxLength = MAX_SECRET_LENGTH,
                    description =
                            "Its password. What is kept is the least that signs in, encrypted; the password itself only where the server takes nothing else")
            @Nullable
            String password,

            @Schema(maxLength = MAX_SECRET_LENGTH, description = "In place of the password: an API key of the server's")
            @Nullable
            String apiKey,

            @Schema(implementation = Object.class, description = TASTE) @Nullable
            JsonNode taste) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "NewLibraryLogin[listener=" + listener + ", user=" + user + ']';
        }
    }

    /** What of a login is to be changed. */
    @Schema(name = "LibraryLoginChange", examples = "{\"taste\":{\"counts\":true}}")
    public record LibraryLoginChange(
            @Schema(
                    required = true,
                    implementation = Object.class,
                    description = TASTE + ". What is left out stays as it is")
            @Nullable
            JsonNode taste) {}

    /** Signs a listener in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            summary = "Sign a listener in to a library",
            description =
                    "Asks the server, and keeps the login if it agrees, in place of the one that the listener had there. The listener owns"
                            + " the library's songs once a sync has read them.")
    @APIResponse(responseCode = "201", description = "The login, without its secret")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "404", description = "Library not found")
    @APIResponse(
            responseCode = "409",
            description = "Another listener signs in with this account, and `taste` is not `false`")
    @APIResponse(
            responseCode = "422",
            description =
                    "A field is missing or too long, the password is wrong, or Segue does not call such an address")
    @APIResponse(
            responseCode = "502",
            description = "The server cannot be reached, or does not answer as such a server does")
    @APIResponse(responseCode = "504", description = "The server did not answer in time")
    public LibraryDetails.Login add(@RestPath int id, @Nullable NewLibraryLogin wanted) {
        Library library = libraries
                .byId(id)
                .orElseThrow(() -> LibrariesResource.noLibrary(id))
                .library();
        if (wanted == null) {
            throw Problems.malformed("The body is empty: expected JSON with listener, user and password.");
        }
        String listener =
                LibrariesResource.required("listener", PlainText.of("listener", wanted.listener(), MAX_USER_LENGTH));
        LoginTaste taste = taste(wanted.taste(), LoginTaste.DEFAULT);
        try {
            return LibraryDetails.Login.of(service.add(library, listener, account(wanted), taste));
        } catch (LibraryTakenException e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        } catch (AmbiguousNameException e) {
            throw Problems.outOfRange("listener", String.valueOf(e.getMessage()));
        }
    }

    private static Account account(NewLibraryLogin wanted) {
        String user = PlainText.of("user", wanted.user(), MAX_USER_LENGTH);
        boolean isApiKey = wanted.apiKey() != null;
        if (isApiKey && wanted.password() != null) {
            throw Problems.outOfRange("apiKey", "apiKey is given in place of password: leave one of them out.");
        }
        String field = isApiKey ? "apiKey" : "password";
        String secret = LibrariesResource.required(field, isApiKey ? wanted.apiKey() : wanted.password());
        if (secret.length() > MAX_SECRET_LENGTH) {
            throw Problems.outOfRange(field, "%s has at most %d characters.".formatted(field, MAX_SECRET_LENGTH));
        }
        return new Account(isApiKey ? user : LibrariesResource.required("user", user), secret, isApiKey);
    }

    /** Changes a login. */
    @PATCH
    @Path("{login}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change what of a login's taste counts",
            description = "From the next sync on. What does not count any more is removed then.")
    @APIResponse(responseCode = "200", description = "The login")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "404", description = "Login not found")
    @APIResponse(responseCode = "409", description = "Another listener has the taste of this account")
    @APIResponse(responseCode = "422", description = "`taste` is missing or has other fields")
    public LibraryDetails.Login change(@RestPath int id, @RestPath int login, @Nullable LibraryLoginChange change) {
        LoginTaste before = logins.byId(login)
                .filter(known -> known.libraryId() == id)
                .orElseThrow(() -> noLogin(id, login))
                .taste();
        if (change == null || change.taste() == null || change.taste().isNull()) {
            throw Problems.outOfRange("taste", "taste must be given.");
        }
        try {
            return service.change(login, taste(change.taste(), before))
                    .map(LibraryDetails.Login::of)
                    .orElseThrow(() -> noLogin(id, login));
        } catch (LibraryTakenException e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        }
    }

    /** Takes a login back. */
    @DELETE
    @Path("{login}")
    @Operation(
            summary = "Delete a login",
            description =
                    "With what it alone has brought: loves of its stars, its ratings and play counts. The playlists that Segue made there for it go"
                            + " from the server, if it answers.")
    @APIResponse(responseCode = "200", description = ListsLeft.WORDS)
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "Login not found")
    public RestResponse<ListsLeft> remove(@RestPath int id, @RestPath int login) {
        return logins.byId(login)
                .filter(known -> known.libraryId() == id)
                .flatMap(known -> service.remove(login))
                .map(ListsLeft::answer)
                .orElseThrow(() -> noLogin(id, login));
    }

    private static RuntimeException noLogin(int id, int login) {
        return Problems.notFound("Library %d has no login %d.".formatted(id, login));
    }

    private static LoginTaste taste(@Nullable JsonNode said, LoginTaste before) {
        if (said == null || said.isNull()) {
            return before;
        }
        if (said.isBoolean()) {
            return said.booleanValue() ? before : LoginTaste.NONE;
        }
        Iterator<String> fields = said.fieldNames();
        while (fields.hasNext()) {
            String field = fields.next();
            if (!TASTES.contains(field) || !said.get(field).isBoolean()) {
                throw Problems.outOfRange("taste", "taste has true or false for stars, ratings, counts and lovesOut.");
            }
        }
        if (!said.isObject()) {
            throw Problems.outOfRange("taste", "taste must be an object or false.");
        }
        return new LoginTaste(
                said.path("stars").asBoolean(before.stars()),
                said.path("ratings").asBoolean(before.ratings()),
                said.path("counts").asBoolean(before.counts()),
                said.path("lovesOut").asBoolean(before.lovesOut()));
    }
}
