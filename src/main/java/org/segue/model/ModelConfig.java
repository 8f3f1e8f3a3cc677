package org.segue.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How models are kept. */
@ConfigMapping(prefix = "segue.model")
public interface ModelConfig {

    /** How many versions are kept, the newest and in any case the active one; 1 to 1,000. */
    @WithDefault("5")
    @Min(1)
    @Max(1000)
    int keep();
}
