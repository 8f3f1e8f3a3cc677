package org.segue.demo;

import java.util.List;

/**
 * An invented person.
 *
 * @param id URL-safe, lower case
 * @param scenes taste for every scene, not negative
 * @param mood position on the circle of moods, in [0, 1)
 * @param songs about how many songs the person has heard
 * @param zeal natural logarithm of how much the person likes to hear a song again, about 1
 */
record Listener(String id, List<Double> scenes, double mood, int songs, double zeal) {}
