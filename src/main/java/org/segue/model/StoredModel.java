package org.segue.model;

import java.util.Set;

/**
 * A model with its provenance.
 *
 * @param model the embeddings
 * @param manifest where they come from
 */
public record StoredModel(FactorModel model, ModelManifest manifest) {

    /** The same without the embeddings of some users. */
    public StoredModel withoutUsers(Set<Integer> userIds) {
        FactorModel left = model.withoutUsers(userIds);
        return new StoredModel(left, manifest.withUsers(left.users()));
    }
}
