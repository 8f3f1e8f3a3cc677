package org.segue.library;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server said that it is and can do.
 *
 * @param software what it calls itself, {@code navidrome}; null if it does not say
 * @param version its version, or that of its protocol
 * @param account what it calls the account; null if it does not say
 * @param extensions names of what it can do beyond the protocol
 */
@RegisterForReflection // kept as JSON
public record ServerFacts(
        @Nullable String software,
        @Nullable String version,
        @Nullable String account,
        Set<String> extensions) {

    /** The same without the account: what is true of the server for all of them. */
    ServerFacts ofServer() {
        return new ServerFacts(software, version, null, extensions);
    }
}
