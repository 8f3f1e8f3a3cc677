/**
 * The ListenBrainz protocol, as players speak it: listens in, recommendations and lists out.
 *
 * <p>May import {@code listens}, {@code feedback}, {@code people}, {@code playlists}, {@code ranking}, {@code model},
 * {@code access} and {@code catalog}.
 */
@NullMarked
package org.segue.protocols.listenbrainz;

import org.jspecify.annotations.NullMarked;
