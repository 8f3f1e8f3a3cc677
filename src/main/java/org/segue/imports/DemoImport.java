package org.segue.imports;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;
import org.segue.listens.ListensChanged;
import org.segue.storage.DataFolder;
import org.segue.storage.StorageConfig;

/**
 * Imports the demo data that comes with the program when the database has never seen an import: like any other import, it
 * can be undone, and stays undone.
 */
@Singleton
class DemoImport {

    private static final Logger LOG = Logger.getLogger(DemoImport.class);
    private static final String RESOURCE = "demo/listening.csv.gz";

    private final ImportService imports;
    private final DataFolder folder;
    private final boolean wanted;

    DemoImport(ImportService imports, DataFolder folder, StorageConfig config) {
        this.imports = imports;
        this.folder = folder;
        this.wanted = config.demo();
    }

    // After the imports have gone on where they were.
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) throws IOException {
        if (!wanted || imports.count() > 0) {
            return;
        }
        LOG.info("The database is empty: importing the demo data (segue.demo=false leaves it empty)");
        Path file = Files.createTempFile(folder.folder("uploads"), "demo-", ".data");
        try {
            copy(file);
            imports.accept(
                    List.of(new Upload(file, "listening.csv")),
                    new ImportOptions(ImportOptions.AUTO, ListensChanged.DEMO, null, null));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    // The newest listen is of now.
    private static void copy(Path file) throws IOException {
        InputStream packed = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE);
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Objects.requireNonNull(packed, RESOURCE)), StandardCharsets.UTF_8));
                Writer dated = Files.newBufferedWriter(file)) {
            DemoTable.date(table, Instant.now(), dated);
        }
    }
}
