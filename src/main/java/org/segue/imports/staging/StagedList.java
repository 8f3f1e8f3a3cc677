package org.segue.imports.staging;

/**
 * A list as a file tells it.
 *
 * @param userId database key
 * @param id a UUID
 * @param title for people to read
 * @param createdAt epoch seconds
 * @param songs keys in order with commas between
 */
public record StagedList(int userId, String id, String title, long createdAt, String songs) {}
