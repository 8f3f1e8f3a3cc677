package org.segue.model;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.segue.catalog.ModelSongRepository;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionRepository;
import org.segue.songmodel.SongModelException;
import org.segue.songmodel.SongModelManifest;
import org.segue.storage.DataFolder;
import org.segue.storage.Database;
import org.segue.storage.DatabaseFile;

/** Exports of models, by the service that runs or beside it. Its methods block. */
@Singleton
public class SongModelExportRepository {

    private static final String FOLDER = "outgoing-model";

    private final DataFolder data;
    private final Database database;

    SongModelExportRepository(DataFolder data, Database database) {
        this.data = data;
        this.database = database;
    }

    private record Known(InteractionMatrix plays, List<ModelSongRepository.Described> songs) {

        static Known in(Connection connection) throws SQLException {
            return new Known(InteractionRepository.plays(connection), ModelSongRepository.described(connection));
        }

        SongModelExport export(Path models, String version, int minListeners) throws IOException {
            return new SongModelExport(new ModelStore(models).load(version), plays, songs, minListeners);
        }
    }

    // What a stop in the middle of an export left.
    void start(@Observes StartupEvent event) throws IOException {
        DataFolder.delete(data.root().resolve(FOLDER));
    }

    /**
     * Writes what of a version may leave the house.
     *
     * @return the file, to be closed
     * @throws UnknownModelException if there is no such version
     * @throws DamagedModelException if it is damaged
     * @throws SongModelException if nothing of it may leave the house
     */
    public SongModelFile write(String version) throws IOException {
        Path models = data.folder(ActiveModel.FOLDER);
        new ModelStore(models).manifest(version);
        SongModelExport export = database.read(Known::in).export(models, version, SongModelManifest.Listeners.MIN);
        Path folder = Files.createTempDirectory(data.folder(FOLDER), "export-");
        SongModelFile file = new SongModelFile(folder, folder.resolve("song-model"));
        try {
            export.write(file.path());
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * The same of a data folder, also while a service runs on it.
     *
     * @param root the data folder
     * @param minListeners the fewest listeners of what is exported
     */
    public static SongModelExport export(Path root, String version, int minListeners) throws IOException {
        return DatabaseFile.read(root, Known::in).export(root.resolve(ActiveModel.FOLDER), version, minListeners);
    }
}
