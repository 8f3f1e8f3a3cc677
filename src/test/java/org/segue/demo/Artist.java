package org.segue.demo;

import java.util.List;

/**
 * An invented artist.
 *
 * @param scene index of the scene that the artist belongs to
 * @param otherScene index of a neighboring scene where the artist is known as well, or the same again
 * @param fame weight among the artists of the scenes, positive
 * @param mood position on a circle of moods, in [0, 1): listeners of one scene differ in it
 * @param songs in the order of the albums
 * @param hits draws the index of a song, the artist's hits more often
 */
record Artist(int scene, int otherScene, double fame, double mood, List<Song> songs, Lottery hits) {}
