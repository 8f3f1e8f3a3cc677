package org.segue.web.start;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages about song models on the start page. */
@MessageBundle(value = "modelOffer", locale = "en")
public interface ModelOfferMessages {

    @Message("A song model")
    String title();

    @Message(
            "What a training elsewhere learned about songs from very many listeners. Segue recommends from it without training, and sends nothing out.")
    String lead();

    @Message("How to make one from public listens")
    String howToMake();

    @Message("Song model file")
    String file();

    @Message("Or its address")
    String address();

    @Message("https, 2 GB at most")
    String addressHint();

    @Message("SHA-256 (optional)")
    String checksum();

    @Message("Show what it is")
    String look();

    @Message("{name}: is this the one?")
    String found(String name);

    @Message("Songs")
    String songs();

    @Message("Trained on")
    String source();

    @Message("Listeners")
    String listeners();

    @Message("Licence")
    String license();

    @Message("not stated")
    String unstated();

    @Message("Memory")
    String memory();

    @Message("Use this song model")
    String use();

    @Message("Choose a file, or enter an address.")
    String missing();

    @Message("Enter an address that begins with https://.")
    String wrongAddress();

    @Message("A SHA-256 has 64 hexadecimal digits.")
    String wrongChecksum();

    @Message("The file isn’t here any more. Send it again.")
    String gone();

    @Message("Segue can’t keep the file. The disk may be full.")
    String unkept();

    @Message("The file didn’t arrive whole. Send it again.")
    String malformed();

    @Message("in use")
    String inUse();

    @Message("Undo background {id}? The song model is deleted, and so is every song that it alone brought.")
    String undoSure(int id);
}
