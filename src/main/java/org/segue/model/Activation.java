package org.segue.model;

import java.util.Objects;

/**
 * Whether a model answered from its publication on.
 *
 * @param activated whether it did; it can be activated, and another one in its place, at any time after
 * @param reason why, in a sentence for people
 */
public record Activation(boolean activated, String reason) {

    /** Checks that the reason is there. */
    public Activation {
        Objects.requireNonNull(reason, "the activation lacks reason");
    }
}
