package org.segue.playlists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads time zones of settings, so that a wrong one is told together with its key. */
@RegisterForReflection // made by the configuration
public class ZoneConverter implements Converter<ZoneId> {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ZoneId convert(String value) {
        try {
            return value.isBlank() ? null : ZoneId.of(value.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("illegal zone: %s, must be one like Europe/Berlin".formatted(value), e);
        }
    }
}
