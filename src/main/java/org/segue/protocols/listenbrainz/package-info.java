/**
 * The ListenBrainz protocol, as players speak it: listens in, recommendations and lists out.
 *
 * <p>May import every room but {@code api}, {@code web} and {@code cli}, and no other protocol.
 */
@NullMarked
package org.segue.protocols.listenbrainz;

import org.jspecify.annotations.NullMarked;
