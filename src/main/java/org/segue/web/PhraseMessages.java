package org.segue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What services say, by the name of its {@link org.segue.text.Phrase}, as {@link String#format} reads it. */
@MessageBundle(value = "phrase", locale = "en")
interface PhraseMessages {

    /** Patterns of jobs of any kind that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String jobs(String name);

    /** Patterns of models that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String model(String name);

    /** Patterns of recommendations that pages say otherwise than the API; empty for all others. */
    @Message("{#switch name}"
            + "{#case 'UNKNOWN_SONGS'}%2$s: these songs are unknown and were ignored."
            + "{#case 'UNTRAINED_SONGS'}%2$s: these songs are not in the model yet."
            + "{#case 'UNKNOWN_USERS'}No listener matches %s."
            + "{#case 'NO_DATA'}No plays yet, so these are the most popular songs."
            + "{#case 'NOT_IN_MODEL'}None of these plays are in the model yet, so these are the most popular songs. Train a model to include them."
            + "{#case 'USERS_NOT_IN_MODEL'}The model has no data for these listeners, so these are the most popular songs."
            + "{#case 'NOBODY_ELSE'}There is nobody else to learn from yet. Add background data or another listener to get new songs."
            + "{/switch}")
    String ranking(String name);

    /** Patterns of trainings that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String training(String name);

    /** Patterns of downloads that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String mirror(String name);

    /** Patterns of background data that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String backgrounds(String name);

    /** Patterns of music libraries that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String library(String name);

    /** Patterns of access that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String access(String name);

    /** Patterns of names that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String catalog(String name);
}
