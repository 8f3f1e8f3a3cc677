package org.segue.catalog;

/**
 * Somebody who makes songs.
 *
 * @param id database key
 * @param publicId what it is called outside
 * @param name as it was first seen
 */
public record Artist(int id, String publicId, String name) {}
