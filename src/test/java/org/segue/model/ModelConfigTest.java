package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelConfigTest {

    @Test
    void keep_unset_isFive() {
        assertThat(config(Map.of()).keep()).isEqualTo(5);
    }

    @Test
    void keep_set_isWhatWasSet() {
        assertThat(config(Map.of("segue.model.keep", "12")).keep()).isEqualTo(12);
    }

    private static ModelConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(ModelConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(ModelConfig.class);
    }
}
