package org.segue.storage;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.segue.testsupport.FileDatabase;

/** Databases of tests that need no service: open one on a folder, close it, open it again. */
public final class Databases {

    private Databases() {}

    /** One that must be closed. */
    public record Opened(Database database, DataFolder folder) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            database.close();
            folder.unlock();
        }
    }

    /** Opens, and migrates, the database of a folder. */
    public static Opened open(Path folder) {
        StorageConfig config = config(folder);
        DataFolder locked = new DataFolder(config);
        FileDatabase.makeIn(folder);
        DataSource writer = FileDatabase.writerIn(folder);
        DataSource readers = FileDatabase.in(folder);
        return new Opened(new Database(locked, config, FileDatabase.migrations(writer), writer, readers), locked);
    }

    /** The settings of a folder; all others are the defaults. */
    static StorageConfig config(Path folder) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StorageConfig.class)
                .withDefaultValue("segue.data-dir", folder.toString())
                .withDefaultValue("segue.storage.url", "jdbc:sqlite:" + folder.resolve("segue.db"))
                .build()
                .getConfigMapping(StorageConfig.class);
    }
}
