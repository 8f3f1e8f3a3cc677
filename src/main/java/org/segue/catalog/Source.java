package org.segue.catalog;

/**
 * Where ids come from. Each source has a space of ids of its own: two sources' user {@code 2} stay two users.
 *
 * @param id database key
 * @param name what requests call it
 */
public record Source(int id, String name) {}
