package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segue.model.SongModelOrigin;

/**
 * Where a song model comes from, as the page shows it.
 *
 * @param name of the data, empty if it does not say
 * @param data what it was trained on: name, period and address, empty if it does not say
 * @param license of the data, empty if it does not say
 * @param songs how many songs of it are here
 * @param allSongs how many it has
 * @param users how many listeners it was trained on
 * @param hides whether it tells nothing of single listeners
 */
@TemplateData
public record SongModelView(
        String name, String data, String license, int songs, int allSongs, long users, boolean hides) {

    static SongModelView of(SongModelOrigin origin, int songs) {
        return new SongModelView(
                Objects.requireNonNullElse(origin.name(), ""),
                Stream.of(origin.name(), origin.period(), origin.url())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                Objects.requireNonNullElse(origin.license(), ""),
                songs,
                origin.songs(),
                origin.users(),
                !origin.isPrivate());
    }
}
