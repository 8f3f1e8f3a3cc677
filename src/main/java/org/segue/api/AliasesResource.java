package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.Catalog;
import org.segue.catalog.Named;
import org.segue.catalog.Ref;
import org.segue.catalog.UnknownUserException;
import org.segue.catalog.User;
import org.segue.people.PeopleService;

/** What else a user is called, and who else the user is. */
@Path("/api/users/{user}/aliases")
@Tag(name = "Users")
@Blocking
public class AliasesResource {

    private static final int MAX_NAME_LENGTH = 128;

    private final Catalog catalog;
    private final PeopleService people;
    private final UsersResource users;

    AliasesResource(Catalog catalog, PeopleService people, UsersResource users) {
        this.catalog = catalog;
        this.people = people;
        this.users = users;
    }

    /**
     * Who is the same person, or what the user is called here: one of both.
     *
     * @param user public id, or what a source calls the user
     * @param name that people of the house give the user
     */
    @Schema(examples = "{\"user\":\"annalein\"}")
    public record SamePerson(
            @Nullable Ref user, @JsonProperty @Nullable String name) {}

    /** Makes two users one person. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say that two users are one person, or what a user is called here",
            description =
                    "With `name`, tokens, imports and players that give this name mean the user of the path from then on, even"
                            + " if only an import brought that one. With `user`, the user of the body becomes another name of the user in the path: history, feedback and what sources"
                            + " call them become one, and both ids mean the user in the path for ever, here and in later"
                            + " imports. It cannot be undone; an import of either can still be undone. Two who are one"
                            + " already stay so.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SamePerson.class),
                            examples = {
                                @ExampleObject(name = "By public id", value = "{\"user\":\"annalein\"}"),
                                @ExampleObject(
                                        name = "As a source names the user",
                                        value = "{\"user\":{\"source\":\"spotify\",\"id\":\"anna.k\"}}"),
                                @ExampleObject(name = "A name here", value = "{\"name\":\"Anna\"}")
                            }))
    @APIResponse(responseCode = "200", description = "The one user")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "404", description = "There is no user of the path's id")
    @APIResponse(
            responseCode = "422",
            description =
                    "There is no user of the body's, it is the very one of the path, or the name means somebody else")
    public UsersResource.UserDetails merge(
            @Parameter(example = "anna") @RestPath String user, @Nullable SamePerson other) {
        if (other == null) {
            throw Problems.malformed("The body is empty: expected JSON like {\"user\":\"annalein\"}.");
        }
        User into = catalog.user(user).join().orElseThrow(() -> Problems.noUser(user));
        Ref named = other.user();
        if (named == null && other.name() != null) {
            call(into, PlainText.of("name", other.name(), MAX_NAME_LENGTH));
            return users.user(user);
        }
        if (named == null || other.name() != null) {
            throw Problems.outOfRange("user", "user or name must be given, one of both.");
        }
        Named<User> same =
                catalog.resolve(List.of(named), List.of(), List.of()).join().user(named);
        if (same.name().equals(user)) {
            throw Problems.outOfRange("user", "user is %s, the very user of the path.".formatted(same.name()));
        }
        User from = same.found();
        if (from == null) {
            throw Problems.outOfRange("user", "There is no user %s.".formatted(same.name()));
        }
        try {
            people.merge(from.id(), into.id());
        } catch (UnknownUserException e) {
            throw Problems.conflict("One of the two was forgotten meanwhile.");
        }
        return users.user(user);
    }

    private void call(User user, String name) {
        if (name.isEmpty()) {
            throw Problems.outOfRange("name", "name must not be empty.");
        }
        try {
            people.call(user, name);
        } catch (AmbiguousNameException e) {
            throw Problems.outOfRange("name", String.valueOf(e.getMessage()));
        }
    }
}
