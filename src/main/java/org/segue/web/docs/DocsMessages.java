package org.segue.web.docs;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages around the documentation; its pages are in English alone. */
@MessageBundle(value = "docs", locale = "en")
interface DocsMessages {

    @Message("Documentation")
    String title();

    @Message("Documentation pages")
    String pages();

    @Message(
            "How to use Segue, run it, and change it. Addresses in the examples are those of a service on your own machine.")
    String lead();
}
