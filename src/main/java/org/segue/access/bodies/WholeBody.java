package org.segue.access.bodies;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body that is one file. */
final class WholeBody implements BodyParts {

    /** How it is called in reports. */
    private static final String NAME = "body";

    private final IncomingFiles files;
    private @Nullable IncomingFile file;

    WholeBody(IncomingFiles files) {
        this.files = files;
    }

    @Override
    public void take(Buffer piece) {
        if (file == null) {
            file = files.begin(FormParts.FILE, NAME);
        }
        file.write(piece.getBytes());
    }

    @Override
    public Map<String, String> end() {
        if (file != null) {
            file.end();
        }
        return Map.of();
    }
}
