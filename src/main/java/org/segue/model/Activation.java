package org.segue.model;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.segue.text.Sentence;

/**
 * Whether a model answered from its publication on.
 *
 * @param activated whether it did; it can be activated, and another one in its place, at any time after
 * @param reason why
 */
public record Activation(
        boolean activated,
        @Schema(implementation = String.class) Sentence reason) {

    /** Checks that the reason is there. */
    public Activation {
        Objects.requireNonNull(reason, "the activation lacks reason");
    }
}
