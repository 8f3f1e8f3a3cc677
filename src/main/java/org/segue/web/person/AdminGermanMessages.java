package org.segue.web.person;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of what only an administrator does with a person, in German. */
@Localized("de")
interface AdminGermanMessages extends AdminMessages {

    @Override
    @Message("{name} verwalten")
    String adminTitle(String name);

    @Override
    @Message("Musikplayer")
    String tokens();

    @Override
    @Message("Player-Token erstellen")
    String token();

    @Override
    @Message("Ein Musikplayer braucht ein Token, um Wiedergaben zu senden und Playlists zu lesen.")
    String tokenHint();

    @Override
    @Message("Name")
    String name();

    @Override
    @Message(
            "Nur Importe kennen diese:n Hörer:in. Bestätige einen Namen, damit Tokens, Importe und Player ihn verwenden können.")
    String notNamedHere();

    @Override
    @Message("Namen bestätigen")
    String confirmName();

    @Override
    @Message("Verwende 1 bis {most} Zeichen, ohne Steuerzeichen.")
    String unusableName(int most);

    @Override
    @Message("Mit anderer Person zusammenführen")
    String merge();

    @Override
    @Message(
            "Wenn eine andere Person dieselbe ist wie {name}. Du siehst beide Namen und Zahlen, bevor sich etwas ändert.")
    String mergeHint(String name);

    @Override
    @Message("Beide vergleichen")
    String mergeNext();

    @Override
    @Message("{from} mit {into} zusammenführen?")
    String mergeQuestion(String from, String into);

    @Override
    @Message("Beide werden zu einer Person:")
    String mergeBoth();

    @Override
    @Message(
            "{into} bekommt alle Wiedergaben, das Feedback und die Playlists von {from}. Links zu {from} führen dann zu {into}. Das lässt sich nicht rückgängig machen.")
    String mergeWarning(String from, String into);

    @Override
    @Message("{from} mit {into} zusammenführen")
    String mergeNow(String from, String into);

    @Override
    @Message("Beide sind jetzt eine Person.")
    String mergeDone();

    @Override
    @Message("Das ist dieselbe Person.")
    String samePerson();

    @Override
    @Message("Diese Person löschen")
    String forget();

    @Override
    @Message(
            "Das löscht alle Wiedergaben und alles Feedback von {name} endgültig, auch was die Modelle daraus gelernt haben. In Backups bleibt es erhalten.")
    String forgetSure(String name);

    @Override
    @Message("Zum Bestätigen {name} eintippen")
    String forgetType(String name);

    @Override
    @Message("Tippe den Namen genau so ein: {name}")
    String typeName(String name);

    @Override
    @Message("Endgültig löschen")
    String forgetNow();

    @Override
    @Message("{name} wurde gelöscht")
    String deletedTitle(String name);

    @Override
    @Message("{#if count == 1}1 Wiedergabe{#else}{format:count(count)} Wiedergaben{/if}")
    String deletedPlays(long count);

    @Override
    @Message(
            "Feedback zu {#if count == 1}1 Song oder Künstler:in{#else}{format:count(count)} Songs und Künstler:innen{/if}")
    String deletedFeedback(int count);

    @Override
    @Message("{#if count == 1}1 gespeicherte Playlist{#else}{format:count(count)} gespeicherte Playlists{/if}")
    String deletedLists(int count);

    @Override
    @Message("was gespeicherte Modelle daraus gelernt haben")
    String deletedModels();

    @Override
    @Message("Backups bleiben unverändert. Wer eine Datei erneut importiert, bringt ihre Hörer:innen als neue zurück.")
    String deletedKept();

    @Override
    @Message("Gelöscht")
    String whatWentTitle();
}
