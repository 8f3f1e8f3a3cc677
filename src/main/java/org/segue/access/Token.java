package org.segue.access;

import java.time.Instant;

/**
 * A user's token as it can be told of: without the secret.
 *
 * @param id its number
 * @param user public id of the user
 * @param name what it is for
 * @param createdAt when it was made
 */
public record Token(int id, String user, String name, Instant createdAt) {}
