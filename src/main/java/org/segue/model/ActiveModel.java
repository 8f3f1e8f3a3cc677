package org.segue.model;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ForgottenUserRepository;
import org.segue.catalog.UserForgotten;
import org.segue.storage.DataFolder;
import org.segue.storage.Database;
import org.segue.storage.Guarded;

/**
 * The model that answers: kept in the data folder beside those before it, loaded at the start, replaced by publication or by
 * activating another one. Its methods block.
 */
@Singleton
public class ActiveModel {

    private static final Logger LOG = Logger.getLogger(ActiveModel.class);

    /** Name of the folder of models in the data folder. */
    static final String FOLDER = "models";

    private final DataFolder folder;
    private final ModelStore store;
    private final ModelConfig config;
    private final ForgottenUserRepository forgottenUsers;
    private final Database database;
    private final Event<ModelPublished> published;
    private final Event<ModelWithdrawn> withdrawn;
    private volatile @Nullable ModelManifest served;

    ActiveModel(
            DataFolder folder,
            DatabaseIdentityRepository identity,
            ModelConfig config,
            ForgottenUserRepository forgottenUsers,
            Database database,
            Event<ModelPublished> published,
            Event<ModelWithdrawn> withdrawn)
            throws IOException {
        this.folder = folder;
        this.store = new ModelStore(folder.folder(FOLDER), identity.id());
        this.config = config;
        this.forgottenUsers = forgottenUsers;
        this.database = database;
        this.published = published;
        this.withdrawn = withdrawn;
        store.cleanUp();
        adopt(identity);
    }

    // What a full disk does not take the next start tries again: until then such a model does not answer.
    private void adopt(DatabaseIdentityRepository identity) {
        Guarded.run("Models of before could not be taken over", () -> {
            if (identity.adoptsModels()) {
                List<String> adopted = store.adopt();
                identity.noteAdopted();
                LOG.infof("Models of before this version are this database's: %s", adopted);
            }
        });
    }

    /** The active model from disk; nothing if there is none yet. */
    public Optional<StoredModel> load() {
        try {
            Optional<StoredModel> model = store.loadActive().map(this::withoutForgotten);
            served = model.map(StoredModel::manifest).orElse(null);
            return model;
        } catch (IOException e) {
            LOG.error("No model can be loaded; answers are what most people play", e);
            return Optional.empty();
        }
    }

    // Who was forgotten never comes back with an old model, wherever its files come from.
    private StoredModel withoutForgotten(StoredModel stored) {
        Set<Integer> forgotten = forgottenUsers.forgotten();
        return stored.model().knowsAnyOf(forgotten) ? stored.withoutUsers(forgotten) : stored;
    }

    // Rewriting takes as long as reading and writing all models: nobody waits for it, and a start goes on with it.
    void start(@Observes StartupEvent event) {
        rewriteModelsLater();
    }

    void userForgotten(@Observes UserForgotten event) {
        rewriteModelsLater();
    }

    // A worker has made the files, and what replaces one is made anew.
    private void makePrivate(String made) {
        Guarded.run(
                "Who may read a model could not be set",
                () -> folder.permissions().apply(folder.folder(FOLDER).resolve(made)));
    }

    private void rewriteModelsLater() {
        database.later(
                "Stored models still have embeddings of forgotten users; the next start tries again",
                this::rewriteModels);
    }

    private synchronized void rewriteModels() throws IOException {
        Set<Integer> forgotten = forgottenUsers.forgottenInModels();
        if (!forgotten.isEmpty()) {
            List<String> rewritten = store.forget(forgotten);
            rewritten.forEach(this::makePrivate);
            forgottenUsers.noteModelsWithout(forgotten);
            LOG.infof("Embeddings of %d forgotten keys are gone from the models %s", forgotten.size(), rewritten);
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
     * @param policy decides from its manifest whether it is to answer
     * @return its manifest, with its version and what was decided
     * @throws IOException if it is damaged or cannot be kept; the model before it stays active
     */
    public ModelManifest publish(Path candidate, Function<ModelManifest, Activation> policy) throws IOException {
        return publish(candidate, null, policy);
    }

    /**
     * The same of a model that is tested after it was made.
     *
     * @param evaluation what the test said, null to leave what its manifest says
     */
    public synchronized ModelManifest publish(
            Path candidate, @Nullable EvaluationSummary evaluation, Function<ModelManifest, Activation> policy)
            throws IOException {
        if (evaluation != null) {
            ModelFiles.writeManifest(
                    candidate, ModelFiles.readManifest(candidate).with(evaluation));
        }
        StoredModel stored = store.publish(candidate, policy, forgottenUsers.forgotten());
        ModelManifest manifest = stored.manifest();
        makePrivate(String.valueOf(manifest.version()));
        Activation activation = Objects.requireNonNull(manifest.activation(), "the policy decided");
        if (activation.activated()) {
            activate(stored);
        }
        LOG.infof("Model %s. %s", manifest.version(), activation.reason());
        prune();
        return manifest;
    }

    /** Answers from a model that is kept nowhere, and tells the ranking. */
    synchronized void serve(StoredModel model) {
        served = model.manifest();
        published.fire(new ModelPublished(model));
    }

    /**
     * Makes a version the one that answers, now and after a restart, and tells the ranking.
     *
     * @throws UnknownModelException if there is no such version
     * @throws DamagedModelException if its files are not sound; the message says what is wrong
     * @throws IOException if the disk cannot be written
     */
    public synchronized ModelVersion activate(String version) throws IOException {
        activate(store.load(version));
        return version(version);
    }

    private void activate(StoredModel stored) throws IOException {
        StoredModel model = withoutForgotten(stored);
        String version = String.valueOf(model.manifest().version());
        store.activate(version);
        makePrivate("active");
        served = model.manifest();
        LOG.infof(
                "Model %s is active: %d users, %d songs",
                version, model.model().users(), model.model().songs());
        published.fire(new ModelPublished(model));
    }

    /**
     * Deletes a version. The one that answers can be deleted only if it is the only one; then none answers.
     *
     * @throws UnknownModelException if there is no such version
     * @throws ModelInUseException if it answers and another one could
     * @throws IOException if the disk cannot be written
     */
    public synchronized void delete(String version) throws IOException, ModelInUseException {
        ModelVersion deleted = version(version);
        if (deleted.active() && store.versions().size() > 1) {
            throw new ModelInUseException(version);
        }
        store.delete(version);
        LOG.infof("Model %s is deleted", version);
        if (deleted.active()) {
            served = null;
            withdrawn.fire(new ModelWithdrawn(version));
        }
    }

    /**
     * Provenance of the model that was trained here and answers, or would if no song model did: the newest. Nothing if none was trained here.
     */
    public Optional<ModelManifest> trainedHere() {
        Optional<ModelManifest> answers = served();
        if (answers.isPresent() && !answers.get().fromSongModel()) {
            return answers;
        }
        try {
            return versions().stream()
                    .map(ModelVersion::manifest)
                    .filter(Objects::nonNull)
                    .filter(manifest -> !manifest.fromSongModel())
                    .findFirst();
        } catch (IOException e) {
            LOG.warnf("The models cannot be listed: %s", e.getMessage());
            return Optional.empty();
        }
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
