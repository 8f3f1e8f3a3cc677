package org.segue.access.bodies;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** Takes a body apart into files and fields while it comes. */
interface BodyParts {

    /**
     * Takes the next piece.
     *
     * @throws MalformedBodyException if the body is not what its content type says
     */
    void take(Buffer piece);

    /**
     * Ends.
     *
     * @return texts of fields by their names
     * @throws MalformedBodyException if something is missing
     */
    Map<String, String> end();
}
