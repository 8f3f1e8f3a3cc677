package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {

    @Test
    void defaults_areThoseThatTheReadmeLists() {
        TrainingConfig config = config(Map.of());

        assertThat(config.worker()).isEqualTo(TrainingConfig.Place.PROCESS);
        assertThat(config.threads()).isEmpty();
        assertThat(config.searchLimit()).isEqualTo(Duration.ofHours(1));
        assertThat(config.patience()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.retrain()).isEqualTo(RetrainingSchedule.NIGHTLY);
        assertThat(config.retrainAfter()).isEmpty();
    }

    @Test
    void properties_areRead() {
        TrainingConfig config = config(Map.of(
                "segue.training.worker", "in-process",
                "segue.training.threads", "3",
                "segue.training.search-limit", "45s",
                "segue.training.patience", "1h",
                "segue.training.retrain", "off",
                "segue.training.retrain-after", "500"));

        assertThat(config.worker()).isEqualTo(TrainingConfig.Place.IN_PROCESS);
        assertThat(config.threads()).hasValue(3);
        assertThat(config.searchLimit()).isEqualTo(Duration.ofSeconds(45));
        assertThat(config.patience()).isEqualTo(Duration.ofHours(1));
        assertThat(config.retrain()).isEqualTo(RetrainingSchedule.OFF);
        assertThat(config.retrainAfter()).hasValue(500);
        assertThat(config.engineDir()).isEqualTo(Path.of("engine"));
    }

    private static TrainingConfig config(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("segue.training.engine-dir", "engine");
        return new SmallRyeConfigBuilder()
                .withMapping(TrainingConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(TrainingConfig.class);
    }
}
