package org.segue.web.docs;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages around the documentation; its pages are in English alone. */
@MessageBundle(value = "docs", locale = "en")
interface DocsMessages {

    @Message("Documentation")
    String title();

    @Message("Pages of the documentation")
    String pages();

    @Message(
            "How to use Segue, run it, and change it. Every address in the examples is that of a service on your own machine.")
    String lead();
}
