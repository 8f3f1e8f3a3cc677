package org.segue.backgrounds;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.segue.model.SongModelMemory;
import org.segue.songmodel.SongModelManifest;

/**
 * What a song model says of itself, before it is used.
 *
 * @param name of its file
 * @param bytes how large that is, 0 if its server does not say
 * @param songs how many it has
 * @param listeners how many people it was trained on, rounded to two digits
 * @param license of what it was trained on, null if it does not say
 * @param source what it was trained on
 * @param createdAt when
 * @param memory what it takes here, in a sentence
 */
@RegisterForReflection(targets = {SongModelOffer.class, SongModelOffer.Source.class}) // JSON
public record SongModelOffer(
        String name,
        long bytes,
        int songs,
        long listeners,
        @Nullable String license,
        Source source,
        @Nullable Instant createdAt,
        String memory) {

    /**
     * What a song model was trained on, as it says itself.
     *
     * @param name of the data
     * @param url where they are
     * @param period which of them
     */
    public record Source(
            @Nullable String name,
            @Nullable String url,
            @Nullable String period) {}

    static SongModelOffer of(String name, long bytes, SongModelManifest its) {
        SongModelManifest.Source source = its.origin().source();
        int fitting =
                Math.min(its.size().songs(), SongModelMemory.fitting(its.size().dimension()));
        String memory = SongModelMemory.inWords(its.size().songs(), its.size().dimension());
        return new SongModelOffer(
                name,
                bytes,
                its.size().songs(),
                its.listeners().users(),
                its.origin().license(),
                new Source(source.name(), source.url(), source.period()),
                its.origin().createdAt(),
                fitting < its.size().songs()
                        ? "%s; the %,d most popular fit here.".formatted(memory, fitting)
                        : memory + ".");
    }
}
