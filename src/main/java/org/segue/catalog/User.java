package org.segue.catalog;

/**
 * Somebody with a listening history.
 *
 * @param id database key
 * @param publicId what it is called outside
 * @param name for people to read
 */
public record User(int id, String publicId, String name) {}
