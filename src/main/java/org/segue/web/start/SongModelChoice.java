package org.segue.web.start;

import io.quarkus.qute.TemplateData;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.backgrounds.SongModelOffer;

/**
 * A song model that somebody looks at before it is used.
 *
 * @param offer what it says of itself, null if there is none to look at
 * @param upload under which its file is kept, empty if it is at an address
 * @param url where it is, as it was typed
 * @param sha256 of it, as it was typed
 * @param problem what is wrong with it, empty if nothing is
 */
@TemplateData
public record SongModelChoice(
        @Nullable SongModelOffer offer, String upload, String url, String sha256, String problem) {

    static final SongModelChoice NONE = new SongModelChoice(null, "", "", "", "");

    /** What it is called. */
    public String name() {
        return offer == null ? "" : offer.name();
    }

    /** How many songs it has. */
    public long songs() {
        return offer == null ? 0 : offer.songs();
    }

    /** How many people it was trained on. */
    public long listeners() {
        return offer == null ? 0 : offer.listeners();
    }

    /** What it was trained on, empty if it does not say. */
    public String source() {
        return offer == null
                ? ""
                : Stream.of(
                                offer.source().name(),
                                offer.source().period(),
                                offer.source().url())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    /** Of what it was trained on, empty if it does not say. */
    public String license() {
        return offer == null ? "" : Objects.requireNonNullElse(offer.license(), "");
    }

    /** What it takes here. */
    public String memory() {
        return offer == null ? "" : offer.memory();
    }

    /** Whether there is one to look at. */
    public boolean isFound() {
        return offer != null;
    }
}
