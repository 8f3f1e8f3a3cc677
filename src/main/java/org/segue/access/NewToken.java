package org.segue.access;

/**
 * A token that was just made: the only time that its secret is told.
 *
 * @param token without the secret
 * @param secret what a player sends
 */
public record NewToken(Token token, String secret) {}
