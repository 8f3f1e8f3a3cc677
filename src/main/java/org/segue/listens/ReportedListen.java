package org.segue.listens;

import org.segue.catalog.ExternalSong;

/**
 * A listen as a player reports it.
 *
 * @param listenedAt start of the play, epoch seconds, UTC
 * @param recording what was played
 * @param client name of the program that sent it, empty if it does not say
 */
public record ReportedListen(long listenedAt, ExternalSong recording, String client) {}
