package org.segue.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.storage.DurableFiles;

/**
 * The folder of models: one folder a version, and the file {@code active} with the name of the version that is served.
 *
 * <p>Every change ends in one rename of something complete and forced to disk, so that a process killed at any moment
 * leaves the model before it servable. What a kill leaves half done has a name that starts with a dot, is ignored, and goes
 * with {@link #cleanUp()}. A published version changes in nothing but that users can be forgotten, and that one of
 * before says of which database it is. Safe for several threads;
 * one process at a time.
 */
public final class ModelStore {

    private static final Logger LOG = Logger.getLogger(ModelStore.class);

    private final ModelFolder folder;
    private final @Nullable String database;

    /** Held for writing while a version is away for a moment because another takes its place, for reading by who looks. */
    private final ReadWriteLock swapping = new ReentrantReadWriteLock();

    /**
     * The store in a folder.
     *
     * @param folder made when it is first needed
     */
    public ModelStore(Path folder) {
        this(folder, null, Clock.systemUTC());
    }

    /**
     * The store in a folder beside a database.
     *
     * @param folder made when it is first needed
     * @param database what its models say of which database they are; others are damaged here
     */
    ModelStore(Path folder, String database) {
        this(folder, database, Clock.systemUTC());
    }

    ModelStore(Path folder, @Nullable String database, Clock clock) {
        this.folder = new ModelFolder(folder, clock);
        this.database = database;
    }

    /**
     * Takes a finished model in: checks it, gives it a version, and moves its folder here. It is not active by that.
     *
     * @param candidate what {@link ModelFiles#write} wrote; gone afterwards
     * @param policy decides from its manifest whether it is to answer, for the published manifest; null leaves that open
     * @param forgotten users whose embeddings are not taken in
     * @return what was published, with its version: when that was and four random digits, sorting after every other
     * @throws DamagedModelException if the candidate is not sound; it stays where it is
     */
    public synchronized StoredModel publish(
            Path candidate, Function<ModelManifest, ? extends @Nullable Activation> policy, Set<Integer> forgotten)
            throws IOException {
        StoredModel stored = ModelFiles.read(candidate);
        @Nullable Activation activation = policy.apply(stored.manifest());
        Path incoming;
        if (stored.model().knowsAnyOf(forgotten)) {
            StoredModel left = stored.withoutUsers(forgotten);
            incoming = folder.incoming();
            stored = new StoredModel(left.model(), ModelFiles.write(incoming, left.model(), left.manifest()));
            DurableFiles.delete(candidate);
        } else {
            incoming = folder.takeIn(candidate);
        }
        String version = folder.nextVersion();
        ModelManifest published = stored.manifest().of(database).published(version, activation);
        ModelFiles.writeManifest(incoming, published);
        folder.publish(incoming, version);
        return new StoredModel(stored.model(), published);
    }

    /**
     * Makes a version the one that is served from the next start on.
     *
     * @throws UnknownModelException if there is no such version
     */
    public synchronized void activate(String version) throws IOException {
        folder.activate(version);
    }

    /** The version that was last activated; empty if none was, or the note of it cannot be read. */
    public Optional<String> active() {
        return folder.active();
    }

    /** Every version, newest first. */
    public List<String> versions() throws IOException {
        return looking(folder::versions);
    }

    private <T, E extends Exception> T looking(Look<T, E> look) throws E {
        swapping.readLock().lock();
        try {
            return look.at();
        } finally {
            swapping.readLock().unlock();
        }
    }

    /** What is read while no version is away. */
    @FunctionalInterface
    private interface Look<T, E extends Exception> {
        T at() throws E;
    }

    /**
     * Reads a version and checks all of it.
     *
     * @throws UnknownModelException if there is no such version
     * @throws DamagedModelException if its files are not sound
     */
    public StoredModel load(String version) throws DamagedModelException {
        StoredModel stored = looking(() -> ModelFiles.read(folder.of(version)));
        if (!version.equals(stored.manifest().version())) {
            throw new DamagedModelException(
                    version,
                    "its manifest is that of %s".formatted(stored.manifest().version()),
                    null);
        }
        String its = stored.manifest().provenance().database();
        if (database != null && !database.equals(its)) {
            throw new DamagedModelException(version, "it is of another database than the one that is beside it", null);
        }
        return stored;
    }

    /** Takes every version that does not say of which database it is for one of this one's; answers with them. */
    public synchronized List<String> adopt() throws IOException {
        List<String> adopted = new ArrayList<>();
        for (String version : versions()) {
            try {
                ModelManifest manifest = manifest(version);
                if (manifest.provenance().database() == null) {
                    ModelFiles.writeManifest(folder.of(version), manifest.of(database));
                    adopted.add(version);
                }
            } catch (JsonProcessingException e) {
                LOG.errorf(e, "The manifest of model %s cannot be read", version);
            }
        }
        return adopted;
    }

    /**
     * Provenance of a version, without its embeddings.
     *
     * @throws UnknownModelException if there is no such version
     * @throws IOException if its manifest cannot be read
     */
    public ModelManifest manifest(String version) throws IOException {
        return looking(() -> ModelFiles.readManifest(folder.of(version)));
    }

    /**
     * The model to serve: the active one or, if that cannot be used, the newest that can and was not turned down when it
     * was published. Why another one is served is logged. Empty if no model was ever activated, or none is sound.
     */
    public Optional<StoredModel> loadActive() throws IOException {
        Optional<String> active = active();
        if (active.isEmpty() && !folder.hasActive()) {
            return Optional.empty();
        }
        Optional<StoredModel> stored = active.flatMap(this::loadIfSound);
        return stored.isPresent() ? stored : newestSound(active.orElse(""));
    }

    /**
     * Deletes the oldest versions that were trained here; song models stay until somebody deletes them.
     *
     * @param keep how many of the newest stay, not negative; the active one stays in any case
     * @param served another version that stays, empty for none
     * @return what was deleted
     */
    public synchronized List<String> prune(int keep, String served) throws IOException {
        String active = active().orElse("");
        List<String> old = versions().stream()
                .filter(version -> !isSongModel(version))
                .skip(keep)
                .filter(version -> !version.equals(active) && !version.equals(served))
                .toList();
        for (String version : old) {
            folder.delete(version);
        }
        return old;
    }

    private boolean isSongModel(String version) {
        try {
            return manifest(version).fromSongModel();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Deletes a version; if it was the active one, none is from then on.
     *
     * @throws UnknownModelException if there is no such version
     */
    public synchronized void delete(String version) throws IOException {
        folder.of(version);
        if (active().filter(version::equals).isPresent()) {
            folder.deactivate();
        }
        folder.delete(version);
    }

    /**
     * Takes the embeddings of users out of every version that has any; versions that cannot be read stay as they are. A
     * version keeps its name: what answers with it goes on.
     *
     * @return the versions that had some
     */
    public synchronized List<String> forget(Set<Integer> userIds) throws IOException {
        List<String> rewritten = new ArrayList<>();
        for (String version : versions()) {
            Optional<StoredModel> stored = loadIfSound(version);
            if (stored.isPresent() && stored.get().model().knowsAnyOf(userIds)) {
                rewrite(version, stored.get().withoutUsers(userIds));
                rewritten.add(version);
            }
        }
        return rewritten;
    }

    private void rewrite(String version, StoredModel stored) throws IOException {
        Path incoming = folder.incoming();
        ModelFiles.write(incoming, stored.model(), stored.manifest());
        swapping.writeLock().lock();
        try {
            folder.replace(version, incoming);
        } finally {
            swapping.writeLock().unlock();
        }
    }

    /** Ends, or deletes, what publications, activations, deletions and rewritings that were cut short left. None may run. */
    public synchronized void cleanUp() throws IOException {
        folder.cleanUp();
    }

    private Optional<StoredModel> newestSound(String active) throws IOException {
        for (String version : versions()) {
            Optional<StoredModel> stored = version.equals(active)
                    ? Optional.empty()
                    : loadIfSound(version).filter(ModelStore::wasNotTurnedDown);
            if (stored.isPresent()) {
                LOG.warnf("The active model '%s' cannot be used; %s is served instead.", active, version);
                return stored;
            }
        }
        return Optional.empty();
    }

    private static boolean wasNotTurnedDown(StoredModel stored) {
        Activation activation = stored.manifest().activation();
        return activation == null || activation.activated();
    }

    private Optional<StoredModel> loadIfSound(String version) {
        try {
            return Optional.of(load(version));
        } catch (DamagedModelException | UnknownModelException e) {
            LOG.errorf("%s", e.getMessage());
            return Optional.empty();
        }
    }
}
