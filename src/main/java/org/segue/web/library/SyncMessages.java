package org.segue.web.library;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of a sync: how far it is, what it found, what it asks. */
@MessageBundle(value = "sync", locale = "en")
interface SyncMessages {

    @Message("Sync")
    String title();

    @Message("syncing")
    String running();

    @Message("{#switch step}"
            + "{#case 'reading'}Reading the server’s songs: {format:count(songs)} so far"
            + "{#case 'matching'}Matching {format:count(songs)} songs with those played here"
            + "{#case 'taste'}Taking over stars, ratings and play counts"
            + "{#case}Waiting for its turn"
            + "{/switch}")
    String step(String step, long songs);

    @Message("Cancel the sync")
    String cancel();

    @Message(
            "{format:count(missing)} of {format:count(owned)} songs are no longer on the server. They still count as owned. Were they removed on purpose?")
    String question(long missing, long owned);

    @Message("If not, make sure that the server sees its music again, and sync.")
    String keep();

    @Message("Yes, forget {#if songs == 1}1 song{#else}{format:count(songs)} songs{/if}")
    String forget(long songs);

    @Message("{#if songs == 1}1 song{#else}{format:count(songs)} songs{/if} on the server")
    String found(long songs);

    @Message("{format:count(songs)} new")
    String added(long songs);

    @Message("{format:count(songs)} gone")
    String gone(long songs);

    @Message(
            "{#if count == 1}1 star, rating or play count{#else}{format:count(count)} stars, ratings and play counts{/if} updated")
    String taken(long count);

    @Message("Sync now")
    String now();

    @Message("Train now")
    String train();

    @Message("See recommendations for {name}")
    String see(String name);

    @Message("Add an account below. Segue reads the library with it.")
    String noLogin();

    @Message("Segue also syncs every night.")
    String nightly();
}
