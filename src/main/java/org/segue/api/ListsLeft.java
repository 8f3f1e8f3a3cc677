package org.segue.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Playlists that stay on a server though the login is gone that they were made for.
 *
 * @param listsLeft their names there
 */
@Schema(name = "ListsLeft", description = "Playlists that stay on a server though the login is gone")
public record ListsLeft(
        @Schema(description = "Their names there, for somebody to delete in the player")
        List<String> listsLeft) {

    /** What the OpenAPI document says of it. */
    static final String WORDS =
            "Deleted, but the server did not answer or refused: these playlists of Segue's stay there until somebody deletes them";

    /** The answer to a deletion: empty if nothing is left. */
    static RestResponse<ListsLeft> answer(List<String> names) {
        return names.isEmpty() ? RestResponse.noContent() : RestResponse.ok(new ListsLeft(names));
    }
}
