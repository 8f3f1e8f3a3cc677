package org.segue.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaylistConfigTest {

    @Test
    void zone_unset_isTheSystems() {
        PlaylistConfig config = config(Map.of());

        assertThat(config.zone()).isEmpty();
        assertThat(new ClockProducer().clock(config).getZone()).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void zone_set_isWhatWasSet() {
        PlaylistConfig config = config(Map.of("segue.playlists.zone", "Pacific/Auckland"));

        assertThat(new ClockProducer().clock(config).getZone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
    }

    @Test
    void zone_thatIsNone_isRefusedByName() {
        assertThatThrownBy(() -> config(Map.of("segue.playlists.zone", "Europe/Atlantis")))
                .hasStackTraceContaining("segue.playlists.zone")
                .hasStackTraceContaining("Europe/Atlantis");
    }

    private static PlaylistConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(PlaylistConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(PlaylistConfig.class);
    }
}
