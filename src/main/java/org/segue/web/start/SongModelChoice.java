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
 * @param shown what it says of itself, null if there is none to look at
 * @param upload under which its file is kept, empty if it is at an address
 * @param url where it is, as it was typed
 * @param sha256 of it, as it was typed
 * @param problem what is wrong with it, empty if nothing is
 */
@TemplateData
public record SongModelChoice(@Nullable Shown shown, String upload, String url, String sha256, String problem) {

    static final SongModelChoice NONE = new SongModelChoice(null, "", "", "", "");

    /**
     * What it says of itself.
     *
     * @param name of its file
     * @param songs how many it has
     * @param listeners how many people it was trained on
     * @param source what it was trained on, empty if it does not say
     * @param license of that, empty if it does not say
     * @param memory what it takes here
     */
    @TemplateData
    public record Shown(String name, long songs, long listeners, String source, String license, String memory) {

        static Shown of(SongModelOffer offer) {
            return new Shown(
                    offer.name(),
                    offer.songs(),
                    offer.listeners(),
                    Stream.of(
                                    offer.source().name(),
                                    offer.source().period(),
                                    offer.source().url())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")),
                    Objects.requireNonNullElse(offer.license(), ""),
                    offer.memory());
        }
    }

    static SongModelChoice of(SongModelOffer offer, String upload, String url, String sha256) {
        return new SongModelChoice(Shown.of(offer), upload, url, sha256, "");
    }
}
