package org.segue.playlists;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The household's clock: its zone decides when a day begins. */
class ClockProducer {

    @Produces
    @Singleton
    Clock clock(PlaylistConfig config) {
        return Clock.system(config.zone().orElseGet(ZoneId::systemDefault));
    }
}
