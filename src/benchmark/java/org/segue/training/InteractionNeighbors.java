package org.segue.training;

import org.segue.interactions.InteractionMatrix;
import org.segue.model.Neighbors;
import org.segue.model.Recency;

/** The songs that go with each song, as a training finds them. */
public final class InteractionNeighbors {

    private InteractionNeighbors() {}

    /** Those of interactions. */
    public static Neighbors of(InteractionMatrix interactions, long seed) {
        return new NeighborFinder(interactions, seed, Runtime.getRuntime().availableProcessors()).of(Recency.usual());
    }
}
