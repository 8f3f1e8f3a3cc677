package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.segue.access.NewToken;
import org.segue.access.Token;
import org.segue.access.Tokens;
import org.segue.access.TooManyTokensException;
import org.segue.catalog.AmbiguousNameException;

/** Users' tokens, for the administrator: what players send along with listens. */
@Path("/api/tokens")
@Tag(name = "Access", description = "Tokens of users, sessions of browsers")
@Blocking
public class TokensResource {

    private static final int CREATED = 201;
    private static final int MAX_USER_LENGTH = 128;
    private static final int MAX_NAME_LENGTH = 100;

    private final Tokens tokens;

    TokensResource(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Whose token is wanted.
     *
     * @param user what the person is called here: public id or name; or the name of a new person
     * @param name what it is for
     * @param audioscrobbler whether it is for a player that sends a hash of it alone
     */
    @Schema(name = "TokenRequest", examples = "{\"user\":\"anna\",\"name\":\"Navidrome\"}")
    public record TokenRequest(
            @Schema(required = true, minLength = 1, maxLength = MAX_USER_LENGTH, pattern = PlainText.PATTERN_OF_SOME)
            @Nullable
            String user,

            @Schema(maxLength = MAX_NAME_LENGTH, pattern = PlainText.PATTERN) @JsonProperty @Nullable
            String name,

            @Schema(
                    description =
                            "Whether it is for a player of Audioscrobbler 1.2 (mpdscribble, VLC) or an older one of Last.fm's, which"
                                    + " send nothing but a hash of it. What that hash is made of is then kept, and who has it can"
                                    + " scrobble and love as this listener")
            @JsonProperty
            @Nullable
            Boolean audioscrobbler) {}

    /**
     * A token that was just made.
     *
     * @param id its number
     * @param user public id of the user
     * @param name what it is for
     * @param createdAt when it was made
     * @param token the secret, told this once
     */
    public record MadeToken(int id, String user, String name, Instant createdAt, String token) {
        private static MadeToken of(NewToken made) {
            Token token = made.token();
            return new MadeToken(token.id(), token.user(), token.name(), token.createdAt(), made.secret());
        }
    }

    /** All tokens of users, without their secrets. */
    @GET
    @Operation(summary = "List the users' tokens", description = "Without the secrets, of which hashes alone are kept.")
    @APIResponse(responseCode = "200", description = "All tokens, oldest first")
    public Page<Token> list() {
        List<Token> all = tokens.list();
        return new Page<>(all, all.size(), null);
    }

    /** Makes a token. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            summary = "Make a token for a user",
            description =
                    "And the user, if nobody of the house is called so: by public id, by a name given here, or by name, in any"
                            + " case if that means one person. A user whom only an import brought is somebody else until"
                            + " `POST /api/users/{user}/aliases` says otherwise. The secret is told in this answer and never"
                            + " again.")
    @APIResponse(responseCode = "201", description = "The token with its secret")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "409", description = "There are too many tokens")
    @APIResponse(
            responseCode = "422",
            description = "The user or the name is empty, too long or no plain text, or several people are called so")
    public MadeToken create(@Nullable TokenRequest request) {
        if (request == null) {
            throw Problems.malformed(
                    "The body is empty: expected JSON like {\"user\":\"anna\",\"name\":\"Navidrome\"}.");
        }
        String user = PlainText.of("user", request.user(), MAX_USER_LENGTH);
        String name = request.name() == null ? "" : PlainText.of("name", request.name(), MAX_NAME_LENGTH);
        if (user.isEmpty()) {
            throw Problems.outOfRange("user", "user must be given: the name of a person, or of a new one.");
        }
        try {
            return MadeToken.of(tokens.create(user, name, Boolean.TRUE.equals(request.audioscrobbler())));
        } catch (TooManyTokensException e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        } catch (AmbiguousNameException e) {
            throw Problems.outOfRange("user", String.valueOf(e.getMessage()));
        }
    }

    /** Revokes a token. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Revoke a token",
            description = "It opens nothing from then on, nor do browsers that signed in with it.")
    @APIResponse(responseCode = "204", description = "It is revoked")
    @APIResponse(responseCode = "404", description = "There is no such token")
    public void revoke(@RestPath int id) {
        if (!tokens.revoke(id)) {
            throw Problems.notFound("There is no token %d.".formatted(id));
        }
    }
}
