package org.segue.imports.dumps;

import java.net.URI;
import java.time.Instant;

/**
 * An incremental dump of ListenBrainz as a mirror has it.
 *
 * @param name of its folder
 * @param at when it was made
 * @param archive where its listens are, {@code .tar.zst}
 * @param checksum where their SHA-256 is
 * @param bytes size of the archive, 0 if the mirror does not say
 */
public record Dump(String name, Instant at, URI archive, URI checksum, long bytes) {}
