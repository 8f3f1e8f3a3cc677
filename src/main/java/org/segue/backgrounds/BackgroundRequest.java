package org.segue.backgrounds;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for as a background.
 *
 * @param kind where it comes from
 * @param dumps of ListenBrainz, how many of the newest dumps
 * @param users the most listeners, chosen by a hash of their names; null for all
 * @param seed where that choice starts
 * @param url of a data set or a song model, where it is fetched from; null for files that are here, and left out of JSON then
 * @param sha256 of that file, null if it is not compared, and left out of JSON then
 */
@RegisterForReflection // kept as JSON
public record BackgroundRequest(
        BackgroundKind kind,
        int dumps,
        @Nullable Integer users,
        long seed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sha256) {

    /** Dumps unless somebody asks for another number. */
    public static final int DUMPS = 3;

    /** Listeners of ListenBrainz unless somebody asks for another number. */
    public static final int USERS = 20_000;

    /** Of ListenBrainz. */
    public static BackgroundRequest listenBrainz(int dumps, int users, long seed) {
        return new BackgroundRequest(BackgroundKind.LISTENBRAINZ, dumps, users, seed, null, null);
    }

    /** A data set of one's own; null for all of its listeners. */
    public static BackgroundRequest ofImport(@Nullable Integer users, long seed) {
        return new BackgroundRequest(BackgroundKind.IMPORT, 0, users, seed, null, null);
    }

    /** A song model; all of its songs that fit. */
    public static BackgroundRequest songModel() {
        return new BackgroundRequest(BackgroundKind.SONG_MODEL, 0, null, 0, null, null);
    }

    /** The same from an address. */
    public BackgroundRequest from(String address, @Nullable String checksum) {
        return new BackgroundRequest(kind, dumps, users, seed, address, checksum);
    }
}
