package org.segue.backgrounds;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * What fetching ListenBrainz's public listens would take, said before it is done.
 *
 * @param kind where it comes from
 * @param url the mirror
 * @param licence what may be done with it
 * @param dumps the dumps that would be loaded, newest first; none if the mirror cannot be asked
 * @param users the most listeners that would be taken
 * @param cost what it takes
 * @param problem why it cannot be had now, in a sentence; null if it can
 */
@RegisterForReflection(
        targets = {BackgroundOffer.class, BackgroundOffer.OfferedDump.class, BackgroundOffer.Cost.class}) // JSON
public record BackgroundOffer(
        BackgroundKind kind,
        String url,
        String licence,
        List<OfferedDump> dumps,
        int users,
        @JsonUnwrapped Cost cost,
        @Nullable Sentence problem) {

    /**
     * What a background takes.
     *
     * @param bytes how much is loaded
     * @param neededBytes how much must be free on the disk meanwhile
     * @param freeBytes how much is
     * @param secondsToRead how long reading takes, beside loading: an estimate
     */
    public record Cost(long bytes, long neededBytes, long freeBytes, long secondsToRead) {}

    /**
     * A dump that would be loaded.
     *
     * @param name of its folder on the mirror
     * @param at when it was made
     * @param bytes how large it is
     */
    public record OfferedDump(String name, Instant at, long bytes) {}
}
