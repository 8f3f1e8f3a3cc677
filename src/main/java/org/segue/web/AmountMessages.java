package org.segue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Amounts and times: how many, how long, how long ago. */
@MessageBundle(value = "amount", locale = "en")
interface AmountMessages {

    @Message("{#if count == 1}1 listener{#else}{format:count(count)} listeners{/if}")
    String users(long count);

    @Message("{#if count == 1}1 song{#else}{format:count(count)} songs{/if}")
    String songs(long count);

    @Message("{#if count == 1}1 song{#else}{format:count(count)} songs{/if}")
    String songCount(int count);

    @Message("{#if count == 1}1 listener–song pair{#else}{format:count(count)} listener–song pairs{/if}")
    String interactions(long count);

    @Message("{#if count == 1}1 dated play{#else}{format:count(count)} dated plays{/if}")
    String listens(long count);

    @Message("{#if count == 1}1 play{#else}{format:count(count)} plays{/if}")
    String plays(long count);

    @Message("{#if count == 1}1 row{#else}{format:count(count)} rows{/if}")
    String rows(long count);

    @Message("{#switch age.unit}"
            + "{#case 'moment'}just now"
            + "{#case 'minute'}{#if age.count == 1}1 minute{#else}{age.count} minutes{/if} ago"
            + "{#case 'hour'}{#if age.count == 1}1 hour{#else}{age.count} hours{/if} ago"
            + "{#case 'day'}{#if age.count == 1}1 day{#else}{format:count(age.count)} days{/if} ago"
            + "{/switch}")
    String ago(Age age);

    @Message("{#if minutes <= 1}about a minute left{#else}about {minutes} minutes left{/if}")
    String minutesLeft(long minutes);
}
