package org.segue.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** What services say, in German. */
@Localized("de")
interface PhraseGermanMessages extends PhraseMessages {

    @Message("{#switch name}"
            + "{#case 'UNEXPECTED'}Unerwarteter Fehler. Mehr steht im Protokoll."
            + "{#case 'DATABASE'}Die Datenbank war nicht zu lesen oder zu schreiben. Vielleicht ist ihr Speicher voll. Mehr steht im Protokoll."
            + "{/switch}")
    @Override
    String jobs(String name);

    @Message("{#switch name}"
            + "{#case 'POPULARITY'}Beliebtheit"
            + "{#case 'ITEM_COSINE'}Item-Kosinus"
            + "{#case 'SESSION_COSINE'}Item-Kosinus mit Sitzungen"
            + "{#case 'REPLICA'}Es ist das Modell dieser Replik."
            + "{#case 'OUTRANKED'}Bei zurückgehaltenen Songs schneidet %s besser ab als dieses Modell. Mehr Wiedergaben oder ein weiteres Training können helfen."
            + "{/switch}")
    @Override
    String model(String name);

    @Message("{#switch name}"
            + "{#case 'NO_MODEL'}Es ist noch kein Modell trainiert. Deshalb stehen hier die beliebtesten Songs."
            + "{#case 'NO_MODEL_YET'}Es ist noch kein Modell trainiert."
            + "{#case 'NONE_LEFT'}Es sind keine Songs mehr übrig, die sich empfehlen lassen."
            + "{#case 'DEMO_LEFT'}Die Demo-Songs sind erfunden und nur für die Hörer:innen der Demo. Echte Songs kommen, sobald es andere gibt, von denen Segue lernen kann."
            + "{#case 'USERS_NOT_IN_MODEL'}Das Modell hat keine Daten zu diesen Hörer:innen. Deshalb stehen hier die beliebtesten Songs."
            + "{#case 'SILENT'}Kein Song von %s ist schon im Modell. Deshalb ist die Liste nur für die anderen gemacht."
            + "{#case 'NO_DATA'}Es gibt noch keine Wiedergaben. Deshalb stehen hier die beliebtesten Songs."
            + "{#case 'NOT_IN_MODEL'}Keiner dieser Songs ist schon im Modell. Deshalb stehen hier die beliebtesten Songs. Trainiere ein Modell, damit sie dazukommen."
            + "{#case 'UNKNOWN_USERS'}Diese Namen sind unbekannt: %s."
            + "{#case 'NO_TIME'}Das aktive Modell sagt Bewertungen voraus. Die Zeit macht deshalb keinen Unterschied: Alle Wiedergaben zählen gleich."
            + "{#case 'NO_LIBRARY'}Es ist keine Musikbibliothek verbunden. Eigene Songs und andere zählen deshalb gleich."
            + "{#case 'UNKNOWN_SONGS'}%2$s: Diese Songs sind unbekannt und zählen nicht."
            + "{#case 'UNTRAINED_SONGS'}%2$s: Diese Songs sind noch nicht im Modell."
            + "{#case 'END_OF_RADIO'}Dieses Radio hat alle Songs gespielt. Hier ist es zu Ende."
            + "{#case 'HEARD_ALL'}Es sind keine neuen Songs mehr übrig. Jetzt folgen schon gespielte."
            + "{#case 'NOBODY_ELSE'}Es gibt noch niemanden sonst, von dem Segue lernen kann. Mit Hintergrunddaten oder weiteren Hörer:innen kommen neue Songs."
            + "{#case 'TOO_LITTLE'}Noch zu wenig Daten: Andere haben %d dieser Songs gespielt, mindestens %d sind nötig. Hier stehen Songs von Künstler:innen, die du spielst, dann beliebte."
            + "{#case 'SONG_NOT_IN_MODEL'}Dieser Song ist noch nicht im Modell. Trainiere ein Modell, damit er dazukommt."
            + "{#case 'ARTIST_NOT_IN_MODEL'}Diese Künstler:innen sind noch nicht im Modell. Trainiere ein Modell, damit sie dazukommen."
            + "{/switch}")
    @Override
    String ranking(String name);

    @Message("{#switch name}"
            + "{#case 'INTERRUPTED'}Segue wurde während dieses Trainings beendet. Das bisherige Modell ist weiter aktiv. Starte das Training noch einmal."
            + "{#case 'DISK'}Die Festplatte lässt sich nicht lesen oder beschreiben: %s"
            + "{#case 'NOTHING_TO_TRAIN_ON'}Es gibt keine Wiedergaben, mit denen sich trainieren lässt. Importiere zuerst einen Verlauf."
            + "{#case 'OUT_OF_MEMORY'}Der Arbeitsspeicher reicht für dieses Training nicht aus (%s)."
            + "{#case 'KILLED'}Das Training wurde vom System beendet, wahrscheinlich weil der Arbeitsspeicher voll war."
            + "{#case 'SILENT'}Das Training hat sich %d Sekunden lang nicht gemeldet und wurde beendet."
            + "{#case 'EXIT_CODE'}Das Training ist mit dem Code %d fehlgeschlagen."
            + "{#case 'EXIT_CODE_AND_WORDS'}Das Training ist mit dem Code %d fehlgeschlagen.\n%s"
            + "{#case 'NOT_FOLLOWED'}Der Fortschritt des Trainings ließ sich nicht lesen: %s"
            + "{#case 'DIVERGED'}Der Fehler wuchs in Epoche %d über alle Grenzen. Eine kleinere Lernrate, kleinere Werte oder mehr Wiedergaben können helfen."
            + "{#case 'UNTESTED'}Ohne Test aktiviert, weil die Auswertung ausgeschaltet war."
            + "{#case 'ACTIVATED'}Aktiviert: %s."
            + "{#case 'NOT_ACTIVATED'}Nicht aktiviert: %s."
            + "{#case 'SONG_MODEL_STAYS'}Nicht aktiviert: Ein Songmodell ist aktiv und bleibt es, bis du dieses Modell aktivierst. Zu diesem Modell: %s."
            + "{#case 'SONG_MODEL_FIRST'}Als erstes Modell aktiviert. In deinem Haushalt: %s."
            + "{#case 'SONG_MODEL_BESIDE'}Importiert, aber nicht aktiviert: Das aktive Modell bleibt aktiv, bis du dieses aktivierst. In deinem Haushalt: %s."
            + "{#case 'FIRST_THOUGH_OUTRANKED'}Als erstes Modell aktiviert, obwohl %s besser abschneidet: %s."
            + "{#case 'FIRST_ALTHOUGH'}Als erstes Modell aktiviert, obwohl gilt: %s."
            + "{#case 'BEHIND'}Nicht aktiviert: Bei %s schneidet es schlechter ab als die Einstellungen des aktiven Modells."
            + "{#case 'NOT_BEHIND'}Aktiviert: Es schneidet nicht schlechter ab als die Einstellungen des aktiven Modells, obwohl gilt: %s."
            + "{#case 'NOTHING_TO_TEST_ON'}Es gibt nichts zum Testen"
            + "{#case 'TOO_LITTLE'}Es gibt zu wenig Daten zum Testen"
            + "{#case 'TOO_FEW'}Es gibt nur %s, weniger als %d"
            + "{#case 'USERS'}%,d Test-Hörer:innen"
            + "{#case 'SESSIONS'}%,d Test-Sitzungen"
            + "{#case 'RMSE'}RMSE auf den Testdaten ist %.3f (Vorhersage des Mittelwerts: %.3f)"
            + "{#case 'NDCG'}NDCG@10 ist %.3f bei %s (Beliebtheit: %.3f%s%s)%s"
            + "{#case 'ITEM_COSINE'}, Item-Kosinus: %.3f"
            + "{#case 'SESSION_COSINE'}, Item-Kosinus mit Sitzungen: %.3f"
            + "{#case 'ACTIVE_HYPERPARAMETERS'}; Einstellungen des aktiven Modells: %.3f, gepaarter Unterschied %+.3f (95-%%-Intervall %+.3f bis %+.3f)"
            + "{#case 'ACTIVE_NOT_FITTED'}; die Einstellungen des aktiven Modells ließen sich zum Vergleich nicht noch einmal trainieren"
            + "{#case 'UNDER_WAY'}Training %d läuft schon. Es kann nur eines laufen."
            + "{/switch}")
    @Override
    String training(String name);

    @Message("{#switch name}"
            + "{#case 'TOO_LARGE'}%s hat %.1f GB. Höchstens 2 GB sind möglich: Nimm einen Teil davon."
            + "{#case 'UNREACHABLE'}%s ist nicht erreichbar (%s)."
            + "{#case 'NO_CONNECTIONS'}keine Verbindung möglich"
            + "{#case 'NO_SUCH_NAME'}Name unbekannt"
            + "{#case 'NOT_KEPT'}Der Download ließ sich nicht speichern (%s): %s von %s waren angekommen. Nichts wurde behalten. Schaffe Platz und versuche es noch einmal."
            + "{#case 'BROKE_OFF'}Der Download von %s brach %d-mal nacheinander bei %s von %s ab (%s). Nichts wurde behalten. Versuche es später noch einmal."
            + "{#case 'NOT_THERE'}Der Spiegelserver hat %s nicht (HTTP %d)."
            + "{#case 'CHECKSUM'}Die Prüfsumme von %s stimmt nicht (SHA-256 %s… statt %s…). Nichts wurde behalten. Versuche es später noch einmal."
            + "{#case 'LISTENS_NOT_FOUND'}Die Archive unter %s enthalten kein listenbrainz-listens-dump-…-incremental.tar.zst. Ihr Aufbau hat sich geändert."
            + "{#case 'NO_MIRROR'}Der Spiegelserver %s ist nicht erreichbar (%s). Prüfe die Internetverbindung."
            + "{#case 'NO_DUMPS'}Unter %s steht kein Archiv listenbrainz-dump-…-incremental. Der Aufbau hat sich geändert, oder segue.background.url ist nicht der Ordner der inkrementellen Archive."
            + "{#case 'NO_CHECKSUM'}%s ist keine SHA-256-Prüfsumme. Der Aufbau hat sich geändert."
            + "{#case 'TOO_MANY_REDIRECTS'}Der Spiegelserver leitet von %s mehr als %d-mal weiter."
            + "{#case 'ODD_REDIRECT'}Der Spiegelserver leitet von %s auf etwas weiter, das keine Adresse ist."
            + "{#case 'INSECURE_REDIRECT'}Der Spiegelserver leitet auf %s weiter, das nicht https ist. Es wurde nichts geladen."
            + "{#case 'LIST_TOO_LARGE'}%s ist zu groß für eine Liste von Archiven."
            + "{#case 'MORE_THAN_SAID'}%s ist größer, als der Spiegelserver angibt (%s). Nichts wurde behalten. Versuche es später noch einmal."
            + "{#case 'MORE_THAN_ROOM'}Der Spiegelserver nennt die Größe von %s nicht, und für mehr als %s ist kein Platz. Nichts wurde behalten."
            + "{/switch}")
    @Override
    String mirror(String name);

    @Message("{#switch name}"
            + "{#case 'SONG_MODEL_GONE'}Segue wurde beendet, bevor dieses Song-Modell gelesen war. Nichts davon wurde behalten. Schick es noch einmal."
            + "{#case 'NO_ROOM'}Zu wenig Speicherplatz: %s herunterzuladen braucht vorübergehend %s, frei sind nur %s. Schaffe Platz oder nimm weniger Archive."
            + "{#case 'IMPORT_GONE'}Den Import dazu gibt es nicht mehr."
            + "{#case 'INTERRUPTED'}Segue wurde beendet, während diese Hintergrunddaten geladen wurden. Nichts davon wurde behalten. Starte es noch einmal."
            + "{/switch}")
    @Override
    String backgrounds(String name);

    @Message("{#switch name}"
            + "{#case 'GONE'}Die Bibliothek gibt es nicht mehr."
            + "{#case 'LOGIN_GONE'}Die Anmeldung gibt es nicht mehr."
            + "{#case 'UNKNOWN_KIND'}Segue unterstützt keine %s-Server."
            + "{#case 'NO_LOGINS'}Niemand meldet sich bei %s an. Füge eine Anmeldung hinzu."
            + "{#case 'FORBIDDEN_ADDRESS'}Segue ruft %s nicht auf: Die Adresse ist nur lokal gültig, gehört niemandem oder ist Segue selbst."
            + "{#case 'UNKNOWN_HOST'}Der Name %s ist im Netz nicht zu finden."
            + "{#case 'NO_HTTP'}%s spricht kein HTTP. Prüfe die Adresse."
            + "{#case 'BROKE_OFF'}%s hat die Verbindung mitten in der Antwort abgebrochen."
            + "{#case 'OTHER_HOST'}Der Server leitet auf einen anderen Rechner um. Gib seine richtige Adresse ein."
            + "{#case 'INSECURE'}Der Server leitet von https auf http um. Segue folgt dem nicht."
            + "{#case 'ODD_REDIRECT'}Der Server leitet auf etwas um, das keine Adresse ist."
            + "{#case 'ENDLESS'}Der Server leitet endlos um. Prüfe die Adresse."
            + "{#case 'SLOW'}%s hat nicht innerhalb von %d Sekunden geantwortet."
            + "{#case 'STOPPING'}Segue wird gerade beendet."
            + "{#case 'LARGE'}Die Antwort des Servers ist größer als 10 MB."
            + "{#case 'NOT_THERE'}Der Server hat nicht, wonach Segue gefragt hat."
            + "{#case 'REFUSED'}Der Server lehnt diese Anmeldung ab. Gib Name und Passwort oder den API-Schlüssel noch einmal ein."
            + "{#case 'FORBIDDEN'}Der Server erlaubt diesem Konto das nicht."
            + "{#case 'NO_JELLYFIN'}Unter dieser Adresse antwortet kein Jellyfin-Server (HTTP 404). Prüfe Adresse und Art."
            + "{#case 'NOT_READY'}Der Server ist noch nicht bereit (HTTP 503). Vielleicht startet er gerade. Versuche es später noch einmal."
            + "{#case 'SERVER_ERROR'}Der Server hat selbst einen Fehler (HTTP %d)."
            + "{#case 'NOT_UNDERSTOOD'}Der Server versteht Segue nicht (HTTP %d)."
            + "{#case 'LIST_UNNAMED'}Der Server hat die Playlist angelegt, sagt aber nicht, welche es ist."
            + "{#case 'KEY_WITHOUT_USER'}Der Server nimmt den API-Schlüssel an, kennt aber diesen Namen nicht. Gib auch den Namen ein."
            + "{#case 'NOT_JELLYFIN'}Die Antwort ist nicht von Jellyfin. Prüfe Adresse und Art."
            + "{#case 'PROXY_LOGIN'}Etwas vor dem Server verlangt eine eigene Anmeldung (HTTP %d). Lass Segue zu /rest/ durch."
            + "{#case 'TOO_OFTEN'}Der Server meldet, dass Segue zu oft fragt (HTTP 429). Versuche es später noch einmal."
            + "{#case 'NO_SUBSONIC'}Unter dieser Adresse antwortet kein Subsonic-Server (HTTP %d). Prüfe Adresse und Art."
            + "{#case 'LIST_NOT_FOUND'}Der Server meldet, die Playlist sei angelegt, führt sie aber nicht auf."
            + "{#case 'NO_API_KEY'}Der Server nimmt diesen API-Schlüssel nicht an oder kennt keine API-Schlüssel. Melde dich mit Name und Passwort an."
            + "{#case 'INTERRUPTED'}Segue wurde während dieses Abgleichs beendet. Die Bibliothek ist, wie sie vorher war. Der nächste Abgleich liest sie neu."
            + "{#case 'SIGN_IN_AGAIN'}Das gespeicherte Passwort von %s lässt sich nicht entschlüsseln: secret.key hat sich geändert, zum Beispiel nach einer Wiederherstellung. Melde dich noch einmal an."
            + "{#case 'OF_LISTENER'}%s: %s"
            + "{#case 'AND'}%s %s"
            + "{#case 'WEB_PAGE'}Der Server antwortet mit einer Webseite statt mit seiner Schnittstelle. Prüfe die Adresse."
            + "{#case 'XML_ONLY'}Der Server antwortet nur in XML. Er ist zu alt für Segue."
            + "{#case 'NOT_SUBSONIC'}Die Antwort ist nicht von einem Subsonic-Server. Prüfe Adresse und Art."
            + "{#case 'CERTIFICATE_EXPIRED'}Das Zertifikat von %s ist abgelaufen."
            + "{#case 'CERTIFICATE_OTHER_HOST'}Das Zertifikat von %s gilt für einen anderen Namen."
            + "{#case 'CERTIFICATE_UNTRUSTED'}Dem Zertifikat von %s wird nicht vertraut. Nimm ein Zertifikat einer bekannten Stelle, füge deines zum Java-Truststore hinzu oder nimm http in deinem Netz."
            + "{#case 'NO_HTTPS'}%s spricht an diesem Port kein https. Prüfe die Adresse."
            + "{#case 'NOT_SECURE'}Zu %s war keine sichere Verbindung möglich."
            + "{#case 'TIMEOUT'}%s ist nicht erreichbar: In der vorgesehenen Zeit kam keine Verbindung zustande."
            + "{#case 'NO_ROUTE'}%s ist nicht erreichbar: Es gibt keinen Weg dorthin."
            + "{#case 'NOTHING_ANSWERS'}%s ist nicht erreichbar: Dort antwortet nichts. Prüfe den Port und ob der Server läuft."
            + "{#case 'TAKEN'}Es gibt schon eine Bibliothek mit diesem Namen oder dieser Adresse."
            + "{#case 'ACCOUNT_TAKEN'}%s meldet sich schon bei %s als %s an. Sterne und Wiedergaben zählen nur für eine Person. Importiere für %s nichts davon oder nimm ein anderes Konto."
            + "{#case 'TASTE_TAKEN'}Sterne und Wiedergaben von %s zählen schon für jemand anderen."
            + "{#case 'DELETED_THERE'}Sie wurde im Player gelöscht. Schalte sie wieder ein, um sie neu zu senden."
            + "{#case 'OF_OTHERS'}Sie gehört im Player zu einem anderen Konto. Segue lässt sie deshalb in Ruhe."
            + "{#case 'CHANGED_THERE'}Ihr Kommentar im Player nennt Segue nicht mehr. Segue lässt sie deshalb in Ruhe. Schalte sie wieder ein, um eine neue zu senden."
            + "{#case 'DOUBLED'}Das ListenBrainz-Plugin des Servers legt diese Playlist auch an, als „[LB] …“. Schalte eine von beiden aus."
            + "{#case 'NOTHING_THERE'}Keiner ihrer Songs ist in dieser Bibliothek."
            + "{#case 'NONE_ARRIVED'}Der Server meldet, er habe die Playlist übernommen, aber kein Song ist angekommen."
            + "{#case 'SOME_ARRIVED'}%d von %d Songs sind angekommen. Gleiche die Bibliothek ab: Der Server hat vielleicht andere Songs."
            + "{#case 'PARAMETER'}Der Server meldet, dass in Segues Anfrage etwas fehlt."
            + "{#case 'OTHER_VERSION'}Der Server spricht eine andere Version des Subsonic-Protokolls als Segue."
            + "{#case 'WRONG_PASSWORD'}Der Server lehnt diesen Namen und dieses Passwort ab."
            + "{#case 'OTHER_SIGN_IN'}Der Server nimmt diese Art der Anmeldung nicht an."
            + "{#case 'WRONG_KEY'}Der Server lehnt diesen API-Schlüssel ab."
            + "{#case 'FAILED'}Der Server meldet einen Fehler (Code %d). Mehr steht vielleicht in seinem Protokoll."
            + "{/switch}")
    @Override
    String library(String name);

    @Message("{#switch name}"
            + "{#case 'TOO_MANY_TOKENS'}Mehr als %d Tokens sind nicht möglich. Widerrufe zuerst einen."
            + "{/switch}")
    @Override
    String access(String name);

    @Message("{#switch name}"
            + "{#case 'AMBIGUOUS'}„%s“ kann %s sein. Nimm eine ID, um zu sagen, wen du meinst."
            + "{#case 'OR'}%s oder %s"
            + "{#case 'CALLED'}%s (%s)"
            + "{/switch}")
    @Override
    String catalog(String name);
}
