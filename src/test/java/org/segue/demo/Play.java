package org.segue.demo;

/**
 * A song that a listener has heard.
 *
 * @param plays how often, positive
 */
record Play(Song song, int plays) {}
