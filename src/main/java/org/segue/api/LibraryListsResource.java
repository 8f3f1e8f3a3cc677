package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryLogin;
import org.segue.library.LoginRepository;
import org.segue.library.push.ListOnServer;
import org.segue.library.push.ListPushService;
import org.segue.library.push.PushState;

/** A listener's lists on a library's server. */
@Path("/api/libraries/{id}/logins/{login}/lists")
@Tag(name = "Libraries")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LibraryListsResource {

    private static final String KEY =
            "`daily-jams`, `weekly-jams`, `weekly-exploration`, `rediscover`, or the id of a kept list";

    private final LoginRepository logins;
    private final ListPushService lists;

    LibraryListsResource(LoginRepository logins, ListPushService lists) {
        this.logins = logins;
        this.lists = lists;
    }

    /** A list and how it stands on the server. */
    @Schema(name = "ListOnServer")
    public record SentList(
            @Schema(description = KEY) String list,

            @Schema(description = "What it is called on the server")
            String name,

            @Schema(description = "Whether it is sent") boolean enabled,

            @Schema(
                    nullable = true,
                    description =
                            "How the latest try ended: `deleted` means that somebody has deleted it in the player or made it their own,"
                                    + " so that it stays away until it is switched on again; after `failed` the next try goes on. Null if"
                                    + " there was no try")
            @Nullable
            PushState state,

            @Schema(nullable = true, description = "What is to be said of it, in a sentence; null if nothing is")
            @Nullable
            String message,

            @Schema(nullable = true, description = "When it was sent last, null if it never was") @Nullable
            Instant sentAt) {

        static SentList of(ListOnServer list) {
            return new SentList(
                    list.list(),
                    list.name(),
                    list.enabled(),
                    list.state(),
                    list.message() == null ? null : list.message().text(),
                    list.sentAt());
        }
    }

    /** All lists of a login. */
    @Schema(name = "ListsOnServer")
    public record SentLists(
            @Schema(description = "Those that Segue makes, then those that the listener keeps")
            List<SentList> lists) {}

    /** A list that is to be sent or not. */
    @Schema(name = "ListChoice", examples = "{\"list\":\"daily-jams\",\"enabled\":false}")
    public record ListChoice(
            @Schema(required = true, description = KEY) @Nullable
            String list,

            @Schema(
                    required = true,
                    description =
                            "Whether it is sent; one that is switched off goes from the server with the next push")
            @Nullable
            Boolean enabled) {}

    /** The lists. */
    @GET
    @Operation(
            summary = "List a login's lists on the server",
            description =
                    "Segue sends them as private lists of the account, with the songs that the library has, and replaces them in"
                            + " place. Kept lists that came with an import are sent only if somebody switches them on.")
    @APIResponse(responseCode = "200", description = "The lists")
    @APIResponse(responseCode = "404", description = "There is no such library, or it has no such login")
    public SentLists get(@RestPath int id, @RestPath int login) {
        return of(known(id, login));
    }

    /** Switches one. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Switch one of a login's lists on or off",
            description =
                    "On again makes a list anew that somebody has deleted in the player. What was chosen is done with the next push.")
    @APIResponse(responseCode = "200", description = "The lists")
    @APIResponse(responseCode = "400", description = "The body is not what it should be")
    @APIResponse(responseCode = "404", description = "There is no such library, login or list")
    @APIResponse(responseCode = "422", description = "A field is missing")
    public SentLists put(@RestPath int id, @RestPath int login, @Nullable ListChoice choice) {
        LibraryLogin known = known(id, login);
        if (choice == null) {
            throw Problems.malformed("The body is empty: expected JSON with list and enabled.");
        }
        String list = choice.list();
        Boolean enabled = choice.enabled();
        if (list == null || enabled == null) {
            throw Problems.outOfRange(list == null ? "list" : "enabled", "list and enabled must be given.");
        }
        if (!lists.choose(known, list, enabled)) {
            throw Problems.notFound("%s has no list %s.".formatted(known.listenerName(), list));
        }
        return of(known);
    }

    /** Sends them. */
    @POST
    @Operation(
            summary = "Send a login's lists now",
            description =
                    "Segue does so by itself within minutes of a change. How each list stands is in the answer; the server may take"
                            + " a while.")
    @APIResponse(responseCode = "200", description = "The lists, as they stand now")
    @APIResponse(responseCode = "404", description = "There is no such library, or it has no such login")
    public SentLists post(@RestPath int id, @RestPath int login) {
        LibraryLogin known = known(id, login);
        lists.push(known);
        return of(known);
    }

    private SentLists of(LibraryLogin login) {
        return new SentLists(lists.of(login).stream().map(SentList::of).toList());
    }

    private LibraryLogin known(int id, int login) {
        return logins.byId(login)
                .filter(each -> each.libraryId() == id)
                .orElseThrow(() -> Problems.notFound("Library %d has no login %d.".formatted(id, login)));
    }
}
