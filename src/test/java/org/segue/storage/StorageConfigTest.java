package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StorageConfigTest {

    @Test
    void defaults_areThese() {
        StorageConfig config = Databases.config(Path.of("somewhere"));

        assertThat(config.dataDir()).isEqualTo(Path.of("somewhere"));
        assertThat(config.demo()).isTrue();
        assertThat(config.replica().enabled()).isFalse();
        assertThat(config.replica().model()).isEmpty();
        assertThat(config.storage().writeQueue()).isEqualTo(10_000);
        assertThat(config.storage().check()).isEqualTo(StorageConfig.Check.AFTER_CRASH);
        assertThat(config.storage().permissions()).isEqualTo(Permissions.PRIVATE);
    }
}
