package org.segue.api;

import static org.jboss.resteasy.reactive.RestResponse.StatusCode.CREATED;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.segue.access.LibraryTokens;

/** The token with which a library's plugins ask for mixes. */
@Path("/api/libraries/{id}/token")
@Tag(name = "Libraries")
@Blocking
public class LibraryTokenResource {

    private final LibraryTokens tokens;

    LibraryTokenResource(LibraryTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A library's token that was just made.
     *
     * @param token the secret, told this once
     */
    public record MixToken(String token) {}

    /** Makes a token. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            summary = "Make a library's token for mixes",
            description =
                    "For plugins of the server that ask Segue for mixes as they would AudioMuse-AI. It tells which library asks, and answers are the"
                            + " same for everybody who uses the server. A library has one at most: the one before opens nothing from then on."
                            + " The secret is told in this answer and never again.")
    @APIResponse(responseCode = "201", description = "The token")
    @APIResponse(responseCode = "404", description = "There is no such library")
    public MixToken create(@RestPath int id) {
        return tokens.create(id)
                .map(MixToken::new)
                .orElseThrow(() -> Problems.notFound("There is no library %d.".formatted(id)));
    }

    /** Revokes the token. */
    @DELETE
    @Operation(summary = "Revoke a library's token for mixes", description = "It opens nothing from then on.")
    @APIResponse(responseCode = "204", description = "It is revoked")
    @APIResponse(responseCode = "404", description = "There is no such library, or it has no token")
    public void revoke(@RestPath int id) {
        if (!tokens.revoke(id)) {
            throw Problems.notFound("Library %d has no token.".formatted(id));
        }
    }
}
