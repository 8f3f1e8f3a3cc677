package org.segue.backgrounds;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for as a background.
 *
 * @param kind where it comes from
 * @param dumps of ListenBrainz, how many of the newest dumps
 * @param users the most listeners, chosen by a hash of their names; null for all
 * @param seed where that choice starts
 */
@RegisterForReflection // kept as JSON
public record BackgroundRequest(
        BackgroundKind kind, int dumps, @Nullable Integer users, long seed) {

    /** Dumps unless somebody asks for another number. */
    public static final int DUMPS = 3;

    /** Listeners of ListenBrainz unless somebody asks for another number. */
    public static final int USERS = 20_000;

    /** Of ListenBrainz. */
    public static BackgroundRequest listenBrainz(int dumps, int users, long seed) {
        return new BackgroundRequest(BackgroundKind.LISTENBRAINZ, dumps, users, seed);
    }

    /** A data set of one's own; null for all of its listeners. */
    public static BackgroundRequest ofImport(@Nullable Integer users, long seed) {
        return new BackgroundRequest(BackgroundKind.IMPORT, 0, users, seed);
    }
}
