package org.segue.listens;

import org.segue.catalog.ExternalSong;

/**
 * A listen as a player reports it.
 *
 * @param listenedAt start of the play, epoch seconds, UTC
 * @param recording what was played
 */
public record ReportedListen(long listenedAt, ExternalSong recording) {}
