package org.segue.playlists;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.ZoneId;
import java.util.Optional;

/** When lists are made. */
@ConfigMapping(prefix = "segue.playlists")
public interface PlaylistConfig {

    /** Where midnight is that of the household, such as {@code Europe/Berlin}; the system's zone unless said. */
    Optional<@WithConverter(ZoneConverter.class) ZoneId> zone();
}
