package org.segue.web.library;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of a sync: how far it is, what it found, what it asks, in German. */
@Localized("de")
interface SyncGermanMessages extends SyncMessages {

    @Override
    @Message("Synchronisierung")
    String title();

    @Override
    @Message("wird synchronisiert")
    String running();

    @Override
    @Message(
            "{#switch step}{#case 'reading'}Liest die Songs des Servers: bisher {format:count(songs)}{#case 'matching'}Vergleicht {format:count(songs)} Songs mit denen, die hier gehört wurden{#case 'taste'}Übernimmt Sterne, Bewertungen und Wiedergabezahlen{#case}Wartet, bis sie an der Reihe ist{/switch}")
    String step(String step, long songs);

    @Override
    @Message("Synchronisierung abbrechen")
    String cancel();

    @Override
    @Message(
            "{format:count(missing)} von {format:count(owned)} Songs sind nicht mehr auf dem Server. Sie zählen noch zur Mediathek. Wurden sie mit Absicht entfernt?")
    String question(long missing, long owned);

    @Override
    @Message("Wenn nicht, sorge dafür, dass der Server seine Musik wieder findet, und synchronisiere dann.")
    String keep();

    @Override
    @Message("Ja, {#if songs == 1}1 Song{#else}{format:count(songs)} Songs{/if} vergessen")
    String forget(long songs);

    @Override
    @Message("{#if songs == 1}1 Song{#else}{format:count(songs)} Songs{/if} auf dem Server")
    String found(long songs);

    @Override
    @Message("{format:count(songs)} neu")
    String added(long songs);

    @Override
    @Message("{format:count(songs)} weg")
    String gone(long songs);

    @Override
    @Message(
            "{#if count == 1}1 Stern, Bewertung oder Wiedergabezahl{#else}{format:count(count)} Sterne, Bewertungen und Wiedergabezahlen{/if} aktualisiert")
    String taken(long count);

    @Override
    @Message("Jetzt synchronisieren")
    String now();

    @Override
    @Message("Jetzt trainieren")
    String train();

    @Override
    @Message("Empfehlungen für {name} ansehen")
    String see(String name);

    @Override
    @Message("Füge unten ein Konto hinzu. Segue liest die Mediathek damit.")
    String noLogin();

    @Override
    @Message("Segue synchronisiert auch jede Nacht.")
    String nightly();
}
