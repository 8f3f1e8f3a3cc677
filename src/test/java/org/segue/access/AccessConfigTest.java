package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccessConfigTest {

    @Test
    void defaults_areThoseThatTheReadmeNames() {
        AccessConfig config = new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .build()
                .getConfigMapping(AccessConfig.class);

        assertThat(config.adminToken()).isEmpty();
        assertThat(config.required()).isFalse();
        assertThat(config.hosts()).isEmpty();
        assertThat(config.session()).isEqualTo(Duration.ofDays(30));
        assertThat(config.failuresPerMinute()).isEqualTo(20);
        assertThat(config.bodyMemory()).isEmpty();
        assertThat(config.connectionsPerAddress()).isEmpty();
        assertThat(config.requests()).isEqualTo(512);
        assertThat(config.requestsPerAddress()).isEmpty();
        assertThat(config.workersPerAddress()).isEmpty();
        assertThat(config.eventStreamsPerAddress()).isEqualTo(20);
        assertThat(config.deadlines().request()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.deadlines().upload()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.deadlines().uploadRate()).isEqualTo(4096);
        assertThat(config.deadlines().answer()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.proxy().addresses()).isEmpty();
        assertThat(config.proxy().userHeader()).isEqualTo("Remote-User");
        assertThat(config.proxy().administrators()).isEmpty();
    }
}
