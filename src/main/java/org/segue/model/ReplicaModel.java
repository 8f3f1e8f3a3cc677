package org.segue.model;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.segue.songmodel.SongModelException;
import org.segue.songmodel.SongModelManifest;
import org.segue.songmodel.SongModelReader;
import org.segue.storage.DataFolder;
import org.segue.storage.Guarded;
import org.segue.storage.ReplicaFolder;
import org.segue.storage.StorageConfig;

/**
 * The one model of a replica, taken from the file of the settings before the first request. Replicas of one file call it by the same version and its
 * songs by the same ids, so that they answer alike.
 */
@Singleton
class ReplicaModel {

    private static final Logger LOG = Logger.getLogger(ReplicaModel.class);

    private static final int DIGITS = 16;

    private final StorageConfig config;
    private final SongModelImporter importer;
    private final ActiveModel models;
    private final DataFolder folder;

    ReplicaModel(StorageConfig config, SongModelImporter importer, ActiveModel models, DataFolder folder) {
        this.config = config;
        this.importer = importer;
        this.models = models;
        this.folder = folder;
    }

    // After the ranking has begun, before requests come.
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        if (config.replica().enabled()) {
            ReplicaFolder.sweep();
            serve(config.replica()
                    .model()
                    .orElseThrow(() -> new IllegalStateException(
                            "segue.replica.enabled is true: set segue.replica.model to the file of a song model.")));
        }
    }

    private void serve(Path file) {
        try {
            SongModelManifest its = SongModelReader.manifest(file);
            SongModelImporter.Made made = importer.make(file, 0);
            Activation activation = new Activation(true, ModelPhrase.REPLICA.with());
            ModelManifest manifest = ModelFiles.readManifest(made.candidate()).published(version(its), activation);
            DataFolder.delete(folder.folder(SongModelImporter.FOLDER));
            tellOfSongsLeftOut(made.model().songs(), its.size().songs());
            models.serve(new StoredModel(made.model(), manifest));
            LOG.infof("Replica of %s: %d songs", file, made.model().songs());
        } catch (SongModelException e) {
            throw new IllegalStateException("segue.replica.model: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The song model %s (segue.replica.model) cannot be read: %s".formatted(file, e), e);
        }
    }

    private static void tellOfSongsLeftOut(int taken, int all) {
        if (taken < all) {
            LOG.warnf(
                    "Only %d of its %d songs fit into the memory: replicas with more of it answer otherwise",
                    taken, all);
        }
    }

    /** The same for the same songs, embeddings and neighbors, whenever and wherever they are read. */
    private static String version(SongModelManifest manifest) {
        StringBuilder sums = new StringBuilder();
        new TreeMap<>(manifest.entries())
                .forEach((name, entry) -> sums.append(name).append(entry.sha256()));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(sums.toString().getBytes(StandardCharsets.UTF_8));
            return "song-model-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    // Files that are still open go when they are closed.
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent event) {
        if (config.replica().enabled()) {
            Guarded.run(
                    "What this replica had stays among the temporary files until the next one starts",
                    () -> DataFolder.delete(folder.root()));
        }
    }
}
