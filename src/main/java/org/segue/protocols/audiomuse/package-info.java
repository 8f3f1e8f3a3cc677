/**
 * The part of AudioMuse-AI's API that plugins of players ask for mixes: those of Navidrome, Jellyfin, Music Assistant and Ampache; and the one call of
 * ListenBrainz's data sets that Jellyfin makes. Songs go in and out under the ids of the library that asks.
 *
 * <p>May import all rooms but {@code api}, {@code web} and {@code cli}, and no other protocol.
 */
@NullMarked
package org.segue.protocols.audiomuse;

import org.jspecify.annotations.NullMarked;
