package org.segue.web.models;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.training.RequestField;

/** Messages of the page of models and trainings in German. */
@Localized("de")
interface ModelsGermanMessages extends ModelsMessages {

    @Override
    @Message("Modelle")
    String title();

    @Override
    @Message(
            "Segue trainiert von selbst neu, wenn neue Wiedergaben da sind. Hier siehst du, wie gut jedes Modell Songs vorhersagt, die es nicht kannte, und welches aktiv ist.")
    String lead();

    @Override
    @Message("So funktioniert es")
    String how();

    @Override
    @Message("{format:metric(ndcg.mean)} ({format:metric(ndcg.low)} – {format:metric(ndcg.high)})")
    String scored(Interval ndcg);

    @Override
    @Message("Training {id}")
    String trainingNumber(int id);

    @Override
    @Message("Epoche {epoch} von {epochs}, Verlust {loss}")
    String epochAndLoss(int epoch, int epochs, String loss);

    @Override
    @Message("Ausprobierte Einstellungen")
    String trials();

    @Override
    @Message("NDCG@10 je Versuch")
    String trialsChart();

    @Override
    @Message("Verlust je Epoche")
    String lossChart();

    @Override
    @Message("{label}: von {bottom} bis {top}")
    String chartFromTo(String label, String bottom, String top);

    @Override
    @Message("divergiert")
    String diverged();

    @Override
    @Message("Noch keine Wiedergaben, aus denen Segue lernen kann.")
    String nothingToTrain();

    @Override
    @Message("Neues Modell trainieren")
    String trainTitle();

    @Override
    @Message(
            "Segue sucht zuerst gute Einstellungen, prüft sie an zurückgehaltenen Songs und trainiert dann mit allen Daten. Das dauert ein paar Minuten.")
    String trainHint();

    @Override
    @Message("Training starten")
    String trainNow();

    @Override
    @Message("Das Training läuft.")
    String started();

    @Override
    @Message("{#if field.step is 'any'}eine Zahl{#else}eine ganze Zahl{/if}"
            + "{#if field.min} ab {field.min}{/if}{#if field.max} bis {field.max}{/if}")
    String range(RequestField field);

    @Override
    @Message("Training {id} läuft. Warte, bis es fertig ist, oder brich es ab.")
    String underWay(int id);

    @Override
    @Message("Suchen geht nur mit dem impliziten Ziel. Schalte die Suche ab, um mit Bewertungen zu trainieren.")
    String nothingToSearch();

    @Override
    @Message("Nur wer Segue verwaltet, kann Modelle trainieren und aktivieren.")
    String notYours();

    @Override
    @Message("Hyperparameter")
    String hyperparameters();

    @Override
    @Message("Hyperparameter")
    String hyperparametersColumn();

    @Override
    @Message(
            "{used.dimension} Dimensionen · λ {format:setting(used.regularization)} · α₀ {format:setting(used.unobservedWeight)}"
                    + " · {#if used.growsWithPlays}logarithmisch gewichtete Wiedergaben{#else}ungewichtete Wiedergaben{/if} · {used.epochs} Epochen")
    String hyperparametersInALine(HyperparametersView used);

    @Override
    @Message("{#switch name}"
            + "{#case 'objective'}Ziel"
            + "{#case 'dimension'}Dimension"
            + "{#case 'regularization'}Regularisierung (λ)"
            + "{#case 'unobservedWeight'}Gewicht nicht gehörter Songs (α₀)"
            + "{#case 'confidence'}Gewichtung der Wiedergaben"
            + "{#case 'epochs'}Epochen"
            + "{#case 'learningRate'}Lernrate"
            + "{#case 'batchSize'}Batchgröße"
            + "{#case 'seed'}Seed"
            + "{#case 'tune'}Suche"
            + "{/switch}")
    String hyperparameter(String name);

    @Override
    @Message("{#switch name}"
            + "{#case 'objective'}Implizit sagt vorher, welche Songs gehört werden, und sortiert gut. Explizit sagt Bewertungen vorher und sortiert schlecht."
            + "{#case 'dimension'}Größe der Embeddings. Größere erfassen mehr, brauchen aber mehr Speicher und Zeit."
            + "{#case 'regularization'}Hält die Embeddings klein. Höhere Werte machen das Modell vorsichtiger."
            + "{#case 'unobservedWeight'}Wie stark ein nicht gehörter Song als unerwünscht gilt. Niedrige Werte passen zu kurzen Verläufen."
            + "{#case 'confidence'}Ob oft gehörte Songs mehr zählen als einmal gehörte."
            + "{#case 'epochs'}Zahl der Durchläufe durch die Daten."
            + "{#case 'learningRate'}Erste Schrittweite des Optimierers Adam. Ist sie zu groß, wächst der Verlust."
            + "{#case 'batchSize'}Interaktionen je Schritt. Nur für das explizite Ziel."
            + "{#case 'seed'}Startwert des Zufalls. Gleicher Startwert und gleiche Daten ergeben das gleiche Modell."
            + "{#case 'tune'}Dauert bis zu zwei Minuten. Nur für das implizite Ziel."
            + "{/switch}")
    String hyperparameterHint(String name);

    @Override
    @Message("Automatisch")
    String searched();

    @Override
    @Message("Standard")
    String byDefault();

    @Override
    @Message("{#switch choice}"
            + "{#case 'none'}Keine: jeder gehörte Song zählt gleich"
            + "{#case 'log'}Logarithmisch"
            + "{#case 'false'}Aus: Standardwerte"
            + "{#case 'implicit'}Implizit (Wiedergaben)"
            + "{#case 'explicit'}Explizit (Bewertungen)"
            + "{#else}{#if name is 'tune'}Leere Felder suchen{#else}Automatisch{/if}"
            + "{/switch}")
    String choice(String name, String choice);

    @Override
    @Message("Noch keine Modelle.")
    String noModels();

    @Override
    @Message("Aktiv")
    String answers();

    @Override
    @Message("Beschädigt")
    String damaged();

    @Override
    @Message("{#if model.origin??}Song-Modell {model.origin.name}"
            + "{#else if model.createdAt??}Modell vom {format:minute(model.createdAt)}"
            + "{#else}{model.version}{/if}")
    String named(ModelView model);

    @Override
    @Message("Details")
    String details();

    @Override
    @Message("Name in der API: {version}")
    String version(String version);

    @Override
    @Message("mit {format:count(interactions)} Interaktionen trainiert")
    String trainedOn(long interactions);

    @Override
    @Message("importiert am {date}")
    String importedOn(String date);

    @Override
    @Message("{#switch test.decision}"
            + "{#case 'passed'}Nach der Prüfung automatisch aktiviert."
            + "{#case 'kept'}Nicht automatisch aktiviert. Das aktive Modell bleibt, bis du dieses aktivierst."
            + "{#case 'first'}Aktiviert, weil es noch kein Modell gab, obwohl andere Verfahren besser sortieren."
            + "{#case 'failed'}Nicht automatisch aktiviert, weil es nicht besser sortiert als das, was da war."
            + "{#case 'thin'}{#if test.contest}An wenigen Hörer:innen oder Sitzungen geprüft ({test.tested}), die Zahlen sind also grob.{#else}Zu wenig Daten, um dieses Modell zu prüfen. Es funktioniert trotzdem, und mit mehr Wiedergaben wird es besser.{/if}"
            + "{#case 'unasked'}Ohne Prüfung aktiviert."
            + "{#case 'byHand'}Du hast dieses Modell aktiviert."
            + "{/switch}")
    String decision(TestView test);

    @Override
    @Message("Dieses Modell aktivieren?")
    String activateTitle();

    @Override
    @Message("{#if rival.error}"
            + "Der Fehler dieses Modells bei zurückgehaltenen Bewertungen ist {format:metric(rival.own)}. Immer den Durchschnitt zu raten ergibt {format:metric(rival.score)}."
            + "{#else}"
            + "Dieses Modell erreicht {format:metric(rival.own)} bei zurückgehaltenen Songs."
            + " {#switch rival.name}"
            + "{#case 'itemCosine'}Ähnliche Songs zu empfehlen"
            + "{#case 'sessionCosine'}Ähnliche Songs und Sitzungen zu empfehlen"
            + "{#case 'popularity'}Beliebte Songs zu empfehlen"
            + "{#case 'incumbent'}Das Modell davor"
            + "{/switch} erreicht {format:metric(rival.score)}."
            + "{/if} Trotzdem aktivieren?")
    String activateSure(TestView.Rival rival);

    @Override
    @Message("Dieses Modell löschen?")
    String deleteTitle();

    @Override
    @Message("Dieses Modell löschen? Das lässt sich nicht rückgängig machen.")
    String deleteSure();

    @Override
    @Message("Aktualisieren")
    String refresh();

    @Override
    @Message("{#if count == 1}1 Interaktion{#else}{format:count(count)} Interaktionen{/if} seither")
    String interactionsSince(long count);

    @Override
    @Message("Aktivieren")
    String activate();

    @Override
    @Message("Qualität der Rangfolge bei zurückgehaltenen Songs (NDCG@10, 95-%-Konfidenzintervall)")
    String contest();

    @Override
    @Message("{#switch name}"
            + "{#case 'model'}Dieses Modell"
            + "{#case 'itemCosine'}Vergleich: ähnliche Songs (Kosinus)"
            + "{#case 'sessionCosine'}Vergleich: ähnliche Songs und Sitzungen (Kosinus)"
            + "{#case 'popularity'}Vergleich: Beliebtheit"
            + "{/switch}")
    String recommender(String name);

    @Override
    @Message("Am besten")
    String best();

    @Override
    @Message("Löschen")
    String delete();

    @Override
    @Message("Bisherige Trainings")
    String pastTrainings();

    @Override
    @Message("{#if count == 1}1 Einstellung{#else}{count} Einstellungen{/if} ausprobiert")
    String hyperparametersTried(int count);
}
