/**
 * What the household owns: servers with music, the accounts that listeners have there, their songs matched with those that are
 * known here, and the lists that are sent to them.
 *
 * <p>May import {@code text}, {@code playlists}, {@code feedback}, {@code listens}, {@code catalog}, {@code jobs} and {@code storage}.
 */
@NullMarked
package org.segue.library;

import org.jspecify.annotations.NullMarked;
