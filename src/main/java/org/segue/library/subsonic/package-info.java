/**
 * Servers that speak Subsonic's protocol or OpenSubsonic's: Navidrome, gonic, LMS, supysonic, Airsonic, Nextcloud, Ampache.
 *
 * <p>May import what {@code library} may.
 */
@NullMarked
package org.segue.library.subsonic;

import org.jspecify.annotations.NullMarked;
