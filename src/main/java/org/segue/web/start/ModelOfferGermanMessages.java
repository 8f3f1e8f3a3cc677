package org.segue.web.start;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link ModelOfferMessages} in German. */
@Localized("de")
public interface ModelOfferGermanMessages extends ModelOfferMessages {

    @Override
    @Message("Ein Song-Modell")
    String title();

    @Override
    @Message(
            "Was ein Training anderswo aus sehr vielen Hörer:innen über Songs gelernt hat. Segue empfiehlt damit ohne eigenes Training und schickt nichts hinaus.")
    String lead();

    @Override
    @Message("So entsteht eines aus öffentlichen Wiedergaben")
    String howToMake();

    @Override
    @Message("Datei des Song-Modells")
    String file();

    @Override
    @Message("Oder seine Adresse")
    String address();

    @Override
    @Message("https, höchstens 2 GB")
    String addressHint();

    @Override
    @Message("SHA-256 (freiwillig)")
    String checksum();

    @Override
    @Message("Zeigen, was es ist")
    String look();

    @Override
    @Message("{name}: Ist es das?")
    String found(String name);

    @Override
    @Message("Anzahl der Songs")
    String songs();

    @Override
    @Message("Trainiert mit")
    String source();

    @Override
    @Message("Hörer:innen")
    String listeners();

    @Override
    @Message("Lizenz")
    String license();

    @Override
    @Message("nicht angegeben")
    String unstated();

    @Override
    @Message("Speicher")
    String memory();

    @Override
    @Message("Dieses Song-Modell verwenden")
    String use();

    @Override
    @Message("Wähle eine Datei, oder gib eine Adresse ein.")
    String missing();

    @Override
    @Message("Gib eine Adresse ein, die mit https:// beginnt.")
    String wrongAddress();

    @Override
    @Message("Eine SHA-256 hat 64 hexadezimale Ziffern.")
    String wrongChecksum();

    @Override
    @Message("Die Datei ist nicht mehr da. Schick sie noch einmal.")
    String gone();

    @Override
    @Message("Segue kann die Datei nicht behalten. Vielleicht ist die Platte voll.")
    String unkept();

    @Override
    @Message("Die Datei ist nicht ganz angekommen. Schick sie noch einmal.")
    String malformed();

    @Override
    @Message("in Gebrauch")
    String inUse();

    @Override
    @Message(
            "Hintergrund {id} rückgängig machen? Das Song-Modell wird gelöscht, und mit ihm jeder Song, den es allein gebracht hat.")
    String undoSure(int id);
}
