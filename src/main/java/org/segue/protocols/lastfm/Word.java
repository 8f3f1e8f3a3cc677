package org.segue.protocols.lastfm;

import org.segue.catalog.NameText;

/**
 * A name as it was sent, and as it is kept.
 *
 * @param text without what no name has, empty if nothing is left
 * @param isCorrected whether that is another text than the one that was sent
 */
record Word(String text, boolean isCorrected) {

    static Word of(String sent) {
        String text = NameText.cleaned(sent);
        return new Word(text, !text.equals(sent));
    }
}
