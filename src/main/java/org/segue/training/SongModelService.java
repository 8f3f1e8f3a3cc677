package org.segue.training;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionRepository;
import org.segue.listens.Measure;
import org.segue.model.ActiveModel;
import org.segue.model.EvaluationSummary;
import org.segue.model.FactorModel;
import org.segue.model.ModelInUseException;
import org.segue.model.ModelManifest;
import org.segue.model.SongModelImporter;
import org.segue.songmodel.SongModelException;
import org.segue.storage.Database;
import org.segue.storage.StorageConfig;

/**
 * Takes song models in and deletes models. A song model is tested on what the household's listeners came to last, like hyperparameters of a
 * training, and answers at once only if no other model does. Its methods block, one after the other.
 */
@Singleton
public class SongModelService {

    private static final Logger LOG = Logger.getLogger(SongModelService.class);

    /** Where the choice of what is held out starts: the same for every song model. */
    private static final long SEED = 42;

    private final SongModelImporter importer;
    private final ActiveModel models;
    private final InteractionRepository interactions;
    private final TrainingConfig config;
    private final Database database;
    private final StorageConfig storage;

    SongModelService(
            SongModelImporter importer,
            ActiveModel models,
            InteractionRepository interactions,
            TrainingConfig config,
            Database database,
            StorageConfig storage) {
        this.storage = storage;
        this.importer = importer;
        this.models = models;
        this.interactions = interactions;
        this.config = config;
        this.database = database;
    }

    // A replica's model has no version that is kept.
    void start(@Observes StartupEvent event) {
        if (storage.replica().enabled()) {
            return;
        }
        database.later("What is left of song models could not be deleted; the next start tries again", this::cleanUp);
    }

    private synchronized void cleanUp() throws IOException {
        importer.cleanUp(models.versions());
    }

    /**
     * Takes a song model in.
     *
     * @param file where it lies
     * @param most the most songs to take, owned and heard ones first; 0 for as many as fit into memory
     * @return what was published
     * @throws SongModelException if it is refused: the message says why, and nothing has changed
     * @throws IOException if the disk cannot be read or written
     */
    public synchronized ModelManifest take(Path file, int most) throws IOException {
        SongModelImporter.Made made = importer.make(file, most);
        try {
            EvaluationSummary evaluation = evaluate(made.model());
            boolean first = models.served().isEmpty();
            ModelManifest published = models.publish(
                    made.candidate(), evaluation, manifest -> ActivationPolicy.ofSongModel(evaluation, first));
            importer.published(made, Objects.requireNonNull(published.version(), "it was published"));
            return published;
        } catch (IOException | RuntimeException e) {
            importer.discard(made);
            throw e;
        }
    }

    private EvaluationSummary evaluate(FactorModel model) {
        InteractionMatrix household = interactions.ofHousehold(Measure.PLAYS);
        return household.interactions() == 0
                ? EvaluationSummary.untested()
                : HoldOutEvaluation.ofForeign(model, household, SEED, threads());
    }

    private int threads() {
        return config.threads().orElse(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Deletes a model, and every song that it alone brought.
     *
     * @throws org.segue.model.UnknownModelException if there is no such version
     * @throws ModelInUseException if it answers and another one could
     * @throws IOException if the disk cannot be written
     */
    public synchronized void delete(String version) throws IOException, ModelInUseException {
        models.delete(version);
        importer.deleted(version);
        LOG.infof("Songs that model %s alone brought are deleted", version);
    }
}
