package org.segue.catalog;

/**
 * What a source calls a user.
 *
 * @param source name of the source
 * @param id of the user there
 */
public record UserAlias(String source, String id) {}
