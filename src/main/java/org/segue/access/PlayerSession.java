package org.segue.access;

/**
 * A session of a player that has signed in as at Last.fm.
 *
 * @param caller whose listens it sends, never the administrator
 * @param key what the player sends from then on
 */
public record PlayerSession(Caller caller, String key) {}
