package org.segue.backgrounds;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;

/** Where strangers' listens come from. */
@ConfigMapping(prefix = "segue.background")
public interface BackgroundConfig {

    /** The folder of ListenBrainz's incremental dumps on a mirror: https, or http on this machine. */
    @WithDefault("https://data.metabrainz.org/pub/musicbrainz/listenbrainz/incremental/")
    @Pattern(
            regexp = "https://[^\\s?#]+|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d+)?(/[^\\s?#]*)?",
            message = "must begin with https://; http:// is for this machine alone (localhost, 127.0.0.1)")
    String url();

    /** Whether a background of ListenBrainz is fetched anew, as a whole, once it is a week old. */
    @WithDefault("off")
    Refresh refresh();

    /** When a background is fetched anew. */
    enum Refresh {
        /** Never. */
        OFF,
        /** When it is a week old. */
        WEEKLY
    }
}
