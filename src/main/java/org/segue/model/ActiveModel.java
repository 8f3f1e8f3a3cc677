package org.segue.model;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.storage.DataFolder;

/**
 * The model that answers: kept in the data folder beside those before it, loaded at the start, replaced by publication or by
 * activating another one. Its methods block.
 */
@Singleton
public class ActiveModel {

    private static final Logger LOG = Logger.getLogger(ActiveModel.class);

    private final ModelStore store;
    private final ModelConfig config;
    private final Event<ModelPublished> published;
    private volatile @Nullable ModelManifest served;

    ActiveModel(DataFolder folder, ModelConfig config, Event<ModelPublished> published) throws IOException {
        this.store = new ModelStore(folder.folder("models"));
        this.config = config;
        this.published = published;
        store.cleanUp();
    }

    /** The active model from disk; nothing if there is none yet. */
    public Optional<StoredModel> load() {
        try {
            Optional<StoredModel> model = store.loadActive();
            served = model.map(StoredModel::manifest).orElse(null);
            return model;
        } catch (IOException e) {
            LOG.error("No model can be loaded; answers are what most people play", e);
            return Optional.empty();
        }
    }

    /** Provenance of the model that answers, as it was last loaded or activated; nothing while there is none. */
    public Optional<ModelManifest> served() {
        return Optional.ofNullable(served);
    }

    /**
     * Publishes what a training made. If it is to be activated it is, and the ranking is told. Versions beyond those that are
     * kept are deleted.
     *
     * @param candidate folder of the files, moved from there
     * @param activation what was decided about it
     * @return its version
     * @throws IOException if it is damaged or cannot be kept; the former model stays active
     */
    public synchronized String publish(Path candidate, Activation activation) throws IOException {
        String version = store.publish(candidate, activation);
        if (activation.activated()) {
            activate(version);
        }
        LOG.infof("Model %s. %s", version, activation.reason());
        prune();
        return version;
    }

    /**
     * Makes a version the one that answers, now and after a restart, and tells the ranking.
     *
     * @throws UnknownModelException if there is no such version
     * @throws DamagedModelException if its files are not sound; the message says what is wrong
     * @throws IOException if the disk cannot be written
     */
    public synchronized ModelVersion activate(String version) throws IOException {
        StoredModel model = store.load(version);
        store.activate(version);
        served = model.manifest();
        LOG.infof(
                "Model %s is active: %d users, %d songs",
                version, model.model().users(), model.model().songs());
        published.fire(new ModelPublished(model));
        return version(version);
    }

    /**
     * Every version that is kept, newest first.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<ModelVersion> versions() throws IOException {
        return store.versions().stream().map(this::version).toList();
    }

    /**
     * One version.
     *
     * @throws UnknownModelException if there is no such version
     */
    public ModelVersion version(String version) {
        boolean active =
                served().map(ModelManifest::version).filter(version::equals).isPresent();
        try {
            return new ModelVersion(version, active, null, store.manifest(version));
        } catch (IOException e) {
            return new ModelVersion(version, active, e.getMessage(), null);
        }
    }

    // The new model is in force: that an old one cannot be deleted must not look like a failure of the training.
    private void prune() {
        try {
            String current = served().map(ModelManifest::version).orElse("");
            List<String> deleted = store.prune(config.keep(), current);
            if (!deleted.isEmpty()) {
                LOG.infof("Deleted old models: %s", String.join(", ", deleted));
            }
        } catch (IOException e) {
            LOG.warnf("Old models cannot be deleted: %s", e.getMessage());
        }
    }
}
