package org.segue.model;

import org.jspecify.annotations.Nullable;

/**
 * A model that is kept.
 *
 * @param version its name
 * @param active whether it is the one that answers
 * @param damage what is wrong with its manifest, null if it can be read; the embeddings are checked when it is activated
 * @param manifest where it comes from and how it was evaluated, null if that cannot be read
 */
public record ModelVersion(
        String version,
        boolean active,
        @Nullable String damage,
        @Nullable ModelManifest manifest) {}
