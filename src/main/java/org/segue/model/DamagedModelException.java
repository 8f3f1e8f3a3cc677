package org.segue.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A model's files do not hold what they must; nothing of them may be served. */
public final class DamagedModelException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedModelException(String model, String reason, @Nullable Throwable cause) {
        super("The model %s cannot be used: %s".formatted(model, reason), cause);
    }
}
