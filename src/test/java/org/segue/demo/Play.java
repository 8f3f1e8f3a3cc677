package org.segue.demo;

/**
 * A listener hearing a song.
 *
 * @param minute when, from the first minute of the two years on
 */
record Play(Song song, int minute) {}
