package org.segue.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of imports, by the name of its {@link org.segue.text.Phrase}, as {@link String#format} reads it. */
@MessageBundle(value = "importPhrase", locale = "en")
interface ImportPhraseMessages {

    /** Patterns of imports that pages say otherwise than the API; empty for all others. */
    @Message("{#switch name}"
            + "{#case 'WHOSE'}%s doesn’t name a listener. Enter whose history it is."
            + "{#case 'BOTH_ORDERS'}%s: the column “%s” has dates with the day first, such as %s, and with the month first, such as %s. Choose how to read %s."
            + "{#case 'NO_ORDER'}%s: the dates in the column “%s”, such as %s, don’t show whether the day or the month comes first."
            + "{#case 'ODD_COLUMN'}A column needs a meaning and a name, such as artist:Interpret, but this is “%s”."
            + "{#case 'NO_USER_COLUMN'}%s has no column for listeners. Name it one of: %s, or enter whose history it is."
            + "{#case 'UNKNOWN_FORMAT'}Segue doesn’t recognize the format of %s.\nIt starts: %s"
            + "{/switch}")
    String imports(String name);

    /** Patterns of rows that cannot be used that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String rows(String name);

    /** Patterns of rows that imports leave out that pages say otherwise than the API; empty for all others. */
    @Message("{#if name is ''}{/if}")
    String skips(String name);
}
