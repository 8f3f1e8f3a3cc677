package org.segue.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionRepository;
import org.segue.listens.Measure;
import org.segue.model.FactorModel;
import org.segue.model.ModelManifest;
import org.segue.model.ModelManifest.Fit;
import org.segue.model.ModelManifest.Provenance;
import org.segue.model.ModelManifest.Size;
import org.segue.model.ModelPublished;
import org.segue.model.StoredModel;
import org.segue.testsupport.AlternatingLeastSquares;
import org.segue.testsupport.FactorModels;

/**
 * Two scenes, {@code a} and {@code b}, of six artists with four songs each ({@code a11} to {@code a64}), and twelve people in
 * each ({@code ann1}, {@code bob1} …) who have heard a bit more than half of their scene; and a model of it. {@code tim} of
 * scene a has listened at known times. Song {@code a65} is a remaster of {@code a11}; nobody but the model's first users knows
 * it.
 */
@Singleton
public class Household {

    /** A data folder of its own, without the demo. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.data-dir", FOLDER.toString(), "segue.demo", "false");
        }
    }

    /** What the imports' source is called. */
    static final String SOURCE = "home";

    private static final Path FOLDER =
            Path.of("target", "household-" + ProcessHandle.current().pid()).toAbsolutePath();

    private final InteractionRepository interactions;
    private final Event<ModelPublished> published;
    private boolean ready;

    Household(InteractionRepository interactions, Event<ModelPublished> published) {
        this.interactions = interactions;
        this.published = published;
    }

    /** Imports and trains, the first time. */
    public void moveIn() {
        if (!ready) {
            Jobs.importedTable("source=" + SOURCE, "song,title,artist,user,plays\n" + counted());
            Jobs.importedTable("source=" + SOURCE, "song,title,artist,user,timestamp\n" + timed());
            train();
            ready = true;
        }
    }

    private void train() {
        InteractionMatrix matrix = interactions.matrix(Measure.PLAYS);
        FactorModel model = AlternatingLeastSquares.fit(matrix, FactorModels.implicit(8), 8);
        ModelManifest manifest = new ModelManifest(
                ModelManifest.FORMAT_VERSION,
                "household",
                new Provenance(Instant.now(), "test", FactorModels.implicit(8), Measure.PLAYS),
                new Size(matrix.users(), matrix.songs(), matrix.interactions()),
                new Fit(List.of(), 0),
                null,
                null,
                "");
        published.fire(new ModelPublished(new StoredModel(model, manifest)));
    }

    private static String counted() {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder();
        for (String scene : List.of("a", "b")) {
            for (int person = 1; person <= 12; person++) {
                for (int song = 0; song < 24; song++) {
                    if (random.nextInt(100) < 60) {
                        rows.append(song(scene, 1 + song / 4, 1 + song % 4))
                                .append(scene.equals("a") ? "ann" : "bob")
                                .append(person)
                                .append(',')
                                .append(1 + random.nextInt(9))
                                .append('\n');
                    }
                }
            }
        }
        for (int person = 1; person <= 3; person++) {
            rows.append("a65,A one one (2011 Remaster),Artist a1,ann%d,3%n".formatted(person));
        }
        for (int person = 4; person <= 6; person++) {
            rows.append("a66,A three two (Live),Artist a3,ann%d,3%n".formatted(person));
        }
        return rows.toString();
    }

    private static String timed() {
        long now = Instant.now().getEpochSecond();
        StringBuilder rows = new StringBuilder();
        for (int song = 1; song <= 4; song++) {
            long heardAt = now - Duration.ofDays(song * 100L - 95).toSeconds();
            rows.append(song("a", song, 2)).append("tim,").append(heardAt).append('\n');
        }
        return rows.toString();
    }

    private static String song(String scene, int artist, int song) {
        String[] numbers = {"", "one", "two", "three", "four", "five", "six"};
        return "%s%d%d,%s %s %s,Artist %s%d,"
                .formatted(
                        scene,
                        artist,
                        song,
                        scene.toUpperCase(java.util.Locale.ROOT),
                        numbers[artist],
                        numbers[song],
                        scene,
                        artist);
    }
}
