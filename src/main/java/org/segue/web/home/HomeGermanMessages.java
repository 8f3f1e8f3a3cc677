package org.segue.web.home;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link HomeMessages} in German. */
@Localized("de")
interface HomeGermanMessages extends HomeMessages {

    @Override
    @Message("Was soll als Nächstes laufen?")
    String question();

    @Override
    @Message("Wähle eine Hörerin, einen Hörer oder ein paar Songs, die du magst. Segue empfiehlt Songs, die sie "
            + "noch nicht kennen, nach dem, was hier alle hören.")
    String lead();

    @Override
    @Message("Wer hört zu?")
    String whoIsListening();

    @Override
    @Message("Aus der Demo:")
    String demoListeners();

    @Override
    @Message("Ändern")
    String change();

    @Override
    @Message("neu")
    String modeNew();

    @Override
    @Message("wiederentdecken")
    String modeRediscover();

    @Override
    @Message("Neu")
    String tabNew();

    @Override
    @Message("Wiederentdecken")
    String tabKnown();

    @Override
    @Message("Für {users}")
    String forWhom(String users);

    @Override
    @Message("Nach deinen Songs")
    String fromSongs();

    @Override
    @Message("{#if n is '1'}1 Song{#else}{n} Songs{/if}")
    String songsAsked(String n);

    @Override
    @Message("Nicht berücksichtigt")
    String without();

    @Override
    @Message("{title} wieder berücksichtigen")
    String countAgain(String title);

    @Override
    @Message("{title} in dieser Liste nicht berücksichtigen")
    String ignore(String title);

    @Override
    @Message("Mit einem Modell, trainiert {age}.")
    String trained(String age);

    @Override
    @Message("Hintergrunddaten hinzufügen")
    String wayBackground();

    @Override
    @Message("Lerne aus einem öffentlichen Datensatz. Seine Hörer:innen bleiben unsichtbar, und du kannst es "
            + "rückgängig machen.")
    String wayBackgroundHint();

    @Override
    @Message("Datensatz wählen")
    String wayBackgroundLink();

    @Override
    @Message("Noch jemanden hinzufügen")
    String wayListener();

    @Override
    @Message("Importiere den Verlauf von Freunden oder verbinde ihren Player.")
    String wayListenerHint();

    @Override
    @Message("Verlauf importieren")
    String wayListenerLink();

    @Override
    @Message("Höre bekannte Songs wieder, die lange nicht liefen.")
    String wayKnownHint();

    @Override
    @Message("Zeigen")
    String wayKnownLink();

    @Override
    @Message("Lange nicht gehört")
    String rediscover();

    @Override
    @Message("{#if count == 1}Von 1 Person gehört{#else}Von {format:count(count)} Personen gehört{/if}")
    String playedBy(long count);

    @Override
    @Message("Weil")
    String because();

    @Override
    @Message("du")
    String you();

    @Override
    @Message("und {count} weitere")
    String andMore(int count);

    @Override
    @Message("von")
    String by();

    @Override
    @Message("Als Playlist speichern")
    String save();

    @Override
    @Message("Name der Playlist")
    String listName();

    @Override
    @Message("Speichern")
    String saveNow();

    @Override
    @Message("Herunterladen")
    String download();

    @Override
    @Message("Liste aktualisieren")
    String updateList();

    @Override
    @Message("10 weitere zeigen")
    String showMore();

    @Override
    @Message("Ja")
    String giveFeedback();

    @Override
    @Message("ListenBrainz, Spotify und YouTube sehen, welchen Song du öffnest, aber nicht, wer du hier bist.")
    String listenOutside();

    @Override
    @Message("Die Balken vergleichen nur innerhalb dieser Liste.")
    String legend();

    @Override
    @Message("Segue kennt noch keine Songs.")
    String empty();

    @Override
    @Message("Nur mal schauen? Starte Segue mit segue.demo=true und leerem Datenordner, um erfundene Demodaten zu "
            + "laden.")
    String setupDemo();

    @Override
    @Message("Wird eingerichtet")
    String preparing();

    @Override
    @Message("Arbeitet im Hintergrund")
    String working();

    @Override
    @Message("Sobald das fertig ist, gibt es Empfehlungen.")
    String preparingHint();

    @Override
    @Message("Bis dahin stützen sich Empfehlungen auf die vorhandenen Daten.")
    String workingHint();

    @Override
    @Message("Aktualisieren")
    String lookAgain();

    @Override
    @Message("Das hat nicht geklappt")
    String failedTitle();

    @Override
    @Message("Segue konnte keine Empfehlungen holen. Versuche es noch einmal. Wenn es dabei bleibt, sieh ins Log.")
    String failed();

    @Override
    @Message("Segue ist gerade ausgelastet. Versuche es in einer Minute noch einmal.")
    String overloaded();

    @Override
    @Message("Modell trainiert {age}")
    String modelAge(String age);

    @Override
    @Message("Modell trainiert {age} · {format:count(interactions)} neue seitdem")
    String modelAgeAndNews(String age, long interactions);

    @Override
    @Message("noch kein Modell")
    String noModel();

    @Override
    @Message("{#if count == 0}{#if users}Noch keine Empfehlungen für {users}{#else}Keine ähnlichen Songs gefunden{/if}"
            + "{#else}{#if count == 1}1 {#if origin.popular}beliebter {/if}Song{#else}{count} {#if origin.popular}beliebte {/if}Songs{/if}"
            + "{#if origin.known} zum Wiederentdecken{/if}"
            + "{#if users} für {users}{#else if !origin.popular}, ähnlich wie deine{/if}{/if}")
    String heading(int count, String users, ResultsView.Origin origin);

    @Override
    @Message("{#switch origin}{#case TRAINED}Mit dem trainierten Modell.{#case FOLDED_IN}Mit allem, was seit dem "
            + "letzten Training dazukam.{#case POPULAR}Das sind die beliebtesten Songs hier.{#case "
            + "POPULAR_NO_MODEL}Es gibt noch kein trainiertes Modell, darum die beliebtesten Songs.{#case "
            + "POPULAR_UNKNOWN_USER}Noch kein Hörverlauf, darum die beliebtesten Songs.{#case POPULAR_NOT_LIKE}Zu "
            + "wenig Daten für ähnliche Songs, darum die beliebtesten.{#case REDISCOVERED}Songs, die gehört oder "
            + "gemocht wurden, aber lange nicht liefen.{#case NOT_ENOUGH}Noch zu wenig Daten für eine Rangliste. "
            + "Das sind Songs bekannter Künstler:innen, dann beliebte.{#case NOBODY_ELSE}Segue findet neue Songs "
            + "in dem, was andere hören, und noch ist niemand sonst da. Drei Wege weiter:{#case NOTHING}Jeder "
            + "Song, den Segue kennt, wurde schon gehört. Drei Wege weiter:{#case NOTHING_YET}Noch keine Songs zum "
            + "Empfehlen.{/switch}")
    String origin(ResultsView.Origin origin);

    @Override
    @Message("{#switch why}{#case ARTIST}Von bekannten Künstler:innen{#case POPULAR}Hier beliebt{#case "
            + "REDISCOVER}Lange nicht gehört{/switch}")
    String why(SongRow.Place why);

    @Override
    @Message("{#switch liking}{#case PLAYS}{#case LOVES}{#case PICKED}{/switch}")
    String likes(SongRow.Liking liking, boolean own);

    @Override
    @Message("{#switch liking}{#case PLAYS} {#if own}hörst{#else}hört{/if}{#case LOVES} {#if "
            + "own}magst{#else}mag{/if}{#case PICKED} gewählt hast{/switch}")
    String likesAfter(SongRow.Liking liking, boolean own);
}
