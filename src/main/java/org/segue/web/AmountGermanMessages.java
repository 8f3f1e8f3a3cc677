package org.segue.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link AmountMessages} in German. */
@Localized("de")
interface AmountGermanMessages extends AmountMessages {

    @Override
    @Message("{#if count == 1}1 Hörer:in{#else}{format:count(count)} Hörer:innen{/if}")
    String users(long count);

    @Override
    @Message("{#if count == 1}1 Song{#else}{format:count(count)} Songs{/if}")
    String songs(long count);

    @Override
    @Message("{#if count == 1}1 Song{#else}{format:count(count)} Songs{/if}")
    String songCount(int count);

    @Override
    @Message(
            "{#if count == 1}1 Paar aus Hörer:in und Song{#else}{format:count(count)} Paare aus Hörer:in und Song{/if}")
    String interactions(long count);

    @Override
    @Message("{#if count == 1}1 Wiedergabe mit Datum{#else}{format:count(count)} Wiedergaben mit Datum{/if}")
    String listens(long count);

    @Override
    @Message("{#if count == 1}1 Wiedergabe{#else}{format:count(count)} Wiedergaben{/if}")
    String plays(long count);

    @Override
    @Message("{#if count == 1}1 Zeile{#else}{format:count(count)} Zeilen{/if}")
    String rows(long count);

    @Override
    @Message("{#switch age.unit}"
            + "{#case 'moment'}gerade eben"
            + "{#case 'minute'}vor {#if age.count == 1}1 Minute{#else}{age.count} Minuten{/if}"
            + "{#case 'hour'}vor {#if age.count == 1}1 Stunde{#else}{age.count} Stunden{/if}"
            + "{#case 'day'}vor {#if age.count == 1}1 Tag{#else}{format:count(age.count)} Tagen{/if}"
            + "{/switch}")
    String ago(Age age);

    @Override
    @Message("{#if minutes <= 1}noch etwa eine Minute{#else}noch etwa {minutes} Minuten{/if}")
    String minutesLeft(long minutes);
}
