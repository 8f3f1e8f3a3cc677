package org.segue.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.listens.Measure;
import org.segue.text.Sentence;

/**
 * Where a model comes from: what it was made of, how, when and by what. Kept as JSON, one flat object, beside the embeddings.
 *
 * @param formatVersion of the model's files, {@value #FORMAT_VERSION} for this one
 * @param version name of the model, null until it is published
 * @param provenance what it was made by
 * @param size how much it was made of
 * @param fit how the fit to all data went
 * @param evaluation what a hold-out said of the hyperparameters; null if none was asked for
 * @param activation whether it answered from its publication on, and why; null until it is published
 * @param factorsSha256 checksum of the file of embeddings, in hexadecimal
 */
@RegisterForReflection(
        targets = {
            ModelManifest.class,
            ModelManifest.Provenance.class,
            ModelManifest.Size.class,
            ModelManifest.Fit.class,
            Hyperparameters.class,
            Hyperparameters.Loss.class,
            Hyperparameters.Optimizer.class,
            Recency.class,
            Recency.Moment.class,
            Objective.class,
            RegularizationScale.class,
            Measure.class,
            EvaluationSummary.class,
            EvaluationSummary.Verdict.class,
            EvaluationSummary.HeldOut.class,
            EvaluationSummary.Interval.class,
            EvaluationSummary.Ranking.class,
            EvaluationSummary.Scores.class,
            EvaluationSummary.Baselines.class,
            EvaluationSummary.Ahead.class,
            EvaluationSummary.Incumbent.class,
            EvaluationSummary.Errors.class,
            Activation.class,
            ModelVersion.class,
            SongModelOrigin.class,
            Trial.class
        })
public record ModelManifest(
        int formatVersion,
        @Nullable String version,
        @JsonUnwrapped Provenance provenance,
        @JsonUnwrapped Size size,
        @JsonUnwrapped Fit fit,
        @Nullable EvaluationSummary evaluation,
        @Nullable Activation activation,
        String factorsSha256) {

    /** The format that this program writes, and the newest that it reads. */
    public static final int FORMAT_VERSION = 1;

    /**
     * What a model was made by.
     *
     * @param createdAt when the training ended
     * @param software what trained it, name and version
     * @param hyperparameters what it was trained with, the seed included
     * @param measure what the values of the interactions meant
     * @param database which database the keys of users and songs are of, null until the model is published
     * @param songModel the song model that it is from, null for one that was trained here
     */
    public record Provenance(
            Instant createdAt,
            String software,
            Hyperparameters hyperparameters,
            Measure measure,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String database,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SongModelOrigin songModel) {

        /**
         * Checks that nothing is missing.
         *
         * @throws NullPointerException naming what is; JSON can leave anything out
         */
        public Provenance {
            Objects.requireNonNull(createdAt, "the manifest lacks createdAt");
            Objects.requireNonNull(software, "the manifest lacks software");
            Objects.requireNonNull(hyperparameters, "the manifest lacks hyperparameters");
            Objects.requireNonNull(measure, "the manifest lacks measure");
        }

        /** Of a model that is no database's yet. */
        public Provenance(Instant createdAt, String software, Hyperparameters hyperparameters, Measure measure) {
            this(createdAt, software, hyperparameters, measure, null, null);
        }

        private Provenance of(@Nullable String itsDatabase) {
            return new Provenance(createdAt, software, hyperparameters, measure, itsDatabase, songModel);
        }
    }

    /**
     * How much a model was made of.
     *
     * @param users number of users
     * @param songs number of songs
     * @param interactions number of user–song cells
     */
    public record Size(int users, int songs, int interactions) {}

    /**
     * How the fit to all data went, and what came before it.
     *
     * @param losses the objective per interaction, one for each epoch that ran
     * @param trainingSeconds how long the fit took, the engine's start included
     * @param testMse the explicit objective's mean squared error on its test part; null for others, and when there were too
     *     few values to hold any out
     * @param meanMse the error of answering the training part's mean instead; null when the other is
     * @param trials what a search tried before it decided on the hyperparameters; empty without one
     */
    public record Fit(
            List<Double> losses,
            double trainingSeconds,
            @Nullable Double testMse,
            @Nullable Double meanMse,
            List<Trial> trials) {

        /**
         * Copies the lists.
         *
         * @throws NullPointerException if the losses are missing; JSON can leave anything out
         */
        public Fit {
            trials = trials == null ? List.of() : List.copyOf(trials); // formats of before the search have none
            losses = List.copyOf(Objects.requireNonNull(losses, "the manifest lacks losses"));
        }

        /** A fit that nothing was held out of. */
        public Fit(List<Double> losses, double trainingSeconds) {
            this(losses, trainingSeconds, null, null, List.of());
        }

        /** The same after the trials of a search. */
        public Fit after(List<Trial> tried) {
            return new Fit(losses, trainingSeconds, testMse, meanMse, tried);
        }
    }

    /**
     * Checks that nothing is missing.
     *
     * @throws NullPointerException naming what is; JSON can leave anything out
     */
    public ModelManifest {
        Objects.requireNonNull(factorsSha256, "the manifest lacks factorsSha256");
    }

    /** The manifest of a model that was just trained. */
    public ModelManifest(Provenance provenance, Size size, Fit fit, @Nullable EvaluationSummary evaluation) {
        this(FORMAT_VERSION, null, provenance, size, fit, evaluation, null, "");
    }

    /** Whether it is from a song model, which was trained elsewhere. */
    public boolean fromSongModel() {
        return provenance.songModel() != null;
    }

    /** What ranks better than the model; null if nothing is known to. */
    public @Nullable Sentence warning() {
        Sentence winner = evaluation == null ? null : evaluation.winner();
        return winner == null ? null : ModelPhrase.OUTRANKED.with(winner);
    }

    /** The same of a model that was tested after it was made. */
    ModelManifest with(EvaluationSummary tested) {
        return new ModelManifest(formatVersion, version, provenance, size, fit, tested, activation, factorsSha256);
    }

    /** The same of a published model. */
    ModelManifest published(String as, @Nullable Activation decided) {
        return new ModelManifest(formatVersion, as, provenance, size, fit, evaluation, decided, factorsSha256);
    }

    /** The same of a model whose keys are those of a database. */
    ModelManifest of(@Nullable String database) {
        Provenance of = provenance.of(database);
        return new ModelManifest(formatVersion, version, of, size, fit, evaluation, activation, factorsSha256);
    }

    /** The same of a model from which users were taken out. */
    ModelManifest withUsers(int usersLeft) {
        Size left = new Size(usersLeft, size.songs, size.interactions);
        return new ModelManifest(formatVersion, version, provenance, left, fit, evaluation, activation, factorsSha256);
    }

    /** The same with the checksum of the file of embeddings. */
    ModelManifest withChecksum(String sha256) {
        return new ModelManifest(formatVersion, version, provenance, size, fit, evaluation, activation, sha256);
    }
}
