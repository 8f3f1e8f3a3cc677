package org.segue.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.listens.Measure;

/**
 * Where a model comes from: what it was made of, how, when and by what. Kept as JSON beside the embeddings.
 *
 * @param formatVersion of the model's files, {@value #FORMAT_VERSION} for this one
 * @param version name of the model, null until it is published
 * @param createdAt when the training ended
 * @param software what trained it, name and version
 * @param hyperparameters what it was trained with, the seed included
 * @param measure what the values of the interactions meant
 * @param users number of users
 * @param songs number of songs
 * @param interactions number of user–song cells
 * @param losses the objective per interaction, one for each epoch that ran
 * @param trainingSeconds how long the training took
 * @param testMse the explicit objective's mean squared error on its test part; null for others
 * @param meanMse the error of answering the training part's mean instead; null for others
 * @param trials what a search tried before it decided on the hyperparameters; empty without one
 * @param evaluation what a hold-out said of the hyperparameters; null if none was asked for
 * @param activation whether it answered from its publication on, and why; null until it is published
 * @param factorsSha256 checksum of the file of embeddings, in hexadecimal
 */
@RegisterForReflection(
        targets = {
            ModelManifest.class,
            Hyperparameters.class,
            Objective.class,
            Measure.class,
            EvaluationSummary.class,
            EvaluationSummary.Verdict.class,
            EvaluationSummary.HeldOut.class,
            EvaluationSummary.Interval.class,
            EvaluationSummary.Scores.class,
            EvaluationSummary.Former.class,
            Activation.class,
            ModelVersion.class,
            Trial.class
        })
public record ModelManifest(
        int formatVersion,
        @Nullable String version,
        Instant createdAt,
        String software,
        Hyperparameters hyperparameters,
        Measure measure,
        int users,
        int songs,
        int interactions,
        List<Double> losses,
        double trainingSeconds,
        @Nullable Double testMse,
        @Nullable Double meanMse,
        List<Trial> trials,
        @Nullable EvaluationSummary evaluation,
        @Nullable Activation activation,
        String factorsSha256) {

    /** The format that this program writes, and the newest that it reads. */
    public static final int FORMAT_VERSION = 1;

    /**
     * Checks that nothing is missing.
     *
     * @throws NullPointerException naming what is; JSON can leave anything out
     */
    public ModelManifest {
        Objects.requireNonNull(createdAt, "the manifest lacks createdAt");
        Objects.requireNonNull(software, "the manifest lacks software");
        Objects.requireNonNull(hyperparameters, "the manifest lacks hyperparameters");
        Objects.requireNonNull(measure, "the manifest lacks measure");
        Objects.requireNonNull(factorsSha256, "the manifest lacks factorsSha256");
        trials = trials == null ? List.of() : List.copyOf(trials); // formats of before the search have none
        losses = List.copyOf(Objects.requireNonNull(losses, "the manifest lacks losses"));
    }

    /** Epochs that ran. */
    public int epochs() {
        return losses.size();
    }

    /** The same of a published model. */
    public ModelManifest published(String as, @Nullable Activation decided) {
        return copy(as, decided, users, factorsSha256);
    }

    /** The same of a model from which users were taken out. */
    ModelManifest withUsers(int usersLeft) {
        return copy(version, activation, usersLeft, factorsSha256);
    }

    /** The same with the checksum of the file of embeddings. */
    ModelManifest withChecksum(String sha256) {
        return copy(version, activation, users, sha256);
    }

    private ModelManifest copy(
            @Nullable String newVersion, @Nullable Activation newActivation, int newUsers, String newChecksum) {
        return new ModelManifest(
                formatVersion,
                newVersion,
                createdAt,
                software,
                hyperparameters,
                measure,
                newUsers,
                songs,
                interactions,
                losses,
                trainingSeconds,
                testMse,
                meanMse,
                trials,
                evaluation,
                newActivation,
                newChecksum);
    }
}
