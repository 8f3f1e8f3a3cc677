package org.segue.model;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.segue.storage.DataFolder;

/** The model that answers: kept in the data folder, loaded at the start, replaced by publication. Its methods block. */
@Singleton
public class ActiveModel {

    private static final Logger LOG = Logger.getLogger(ActiveModel.class);

    private final ModelStore store;
    private final Event<ModelPublished> published;

    ActiveModel(DataFolder folder, Event<ModelPublished> published) throws IOException {
        this.store = new ModelStore(folder.folder("models"));
        this.published = published;
        store.cleanUp();
    }

    /** The active model from disk; nothing if there is none yet. */
    public Optional<StoredModel> load() {
        try {
            return store.loadActive();
        } catch (IOException e) {
            LOG.error("No model can be loaded; answers are what most people play", e);
            return Optional.empty();
        }
    }

    /**
     * Publishes what a training made, activates it, and tells the ranking.
     *
     * @param candidate folder of the files, moved from there
     * @throws IOException if it is damaged or cannot be kept; the former model stays active
     */
    public StoredModel publish(Path candidate) throws IOException {
        String version = store.publish(candidate);
        StoredModel model = store.load(version);
        store.activate(version);
        LOG.infof(
                "Model %s is active: %d users, %d songs",
                version, model.model().users(), model.model().songs());
        published.fire(new ModelPublished(model));
        return model;
    }
}
