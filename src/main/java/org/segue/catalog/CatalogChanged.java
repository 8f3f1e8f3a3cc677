package org.segue.catalog;

/**
 * Users or songs have come, gone or been described: what was read of them before may be old.
 *
 * @param listensFollow whether the next event says that listens have changed too: who observes both may wait for it
 */
public record CatalogChanged(boolean listensFollow) {

    /** Nothing else follows from it. */
    public CatalogChanged() {
        this(false);
    }
}
