package org.segue.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.library.LibraryConfig.Sync;

class LibraryConfigTest {

    @Test
    void sync_isNightly_unlessSaid() {
        assertThat(config(Map.of()).sync()).isEqualTo(Sync.NIGHTLY);
        assertThat(config(Map.of("segue.library.sync", "off")).sync()).isEqualTo(Sync.OFF);
        assertThatThrownBy(() -> config(Map.of("segue.library.sync", "hourly")))
                .hasMessageContaining("segue.library.sync");
    }

    private static LibraryConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(LibraryConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(LibraryConfig.class);
    }
}
