package org.segue.ranking.map;

import java.util.List;

/**
 * A map with what somebody wants to see on it.
 *
 * @param map all of the songs
 * @param recommended public ids of those that are recommended, best first
 * @param path public ids of those of a path, in order
 * @param unplaced how many of the listener's songs the model does not know
 */
public record MarkedMap(SongMap map, List<String> recommended, List<String> path, int unplaced) {}
