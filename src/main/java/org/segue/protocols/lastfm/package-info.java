/**
 * Last.fm's scrobbling protocols, for players that know no other: 2.0, and Audioscrobbler 1.2 before it. Listens and loves in.
 *
 * <p>May import every room but {@code api}, {@code web} and {@code cli}, and no other protocol.
 */
@NullMarked
package org.segue.protocols.lastfm;

import org.jspecify.annotations.NullMarked;
