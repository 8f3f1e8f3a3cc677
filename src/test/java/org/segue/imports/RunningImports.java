package org.segue.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.Repositories;
import org.segue.feedback.FeedbackRepository;
import org.segue.feedback.Verdicts;
import org.segue.imports.formats.Fixtures;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.Interactions;
import org.segue.jobs.JobStatus;
import org.segue.listens.ListenRepository;
import org.segue.listens.Listens;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.testsupport.Eventually;
import org.segue.testsupport.FiredEvents;

/** The imports of a data folder, from their start to their end, without a container. */
final class RunningImports implements AutoCloseable {

    final Databases.Opened opened;
    final Database database;
    final Repositories catalog;
    final ImportRepository repository;
    final ColumnChoiceRepository columns;
    final UploadFolder uploads;
    final FiredEvents<CatalogChanged> catalogChanged = new FiredEvents<>(event -> {});
    final FiredEvents<ListensChanged> listensChanged = new FiredEvents<>(event -> {});
    final MeterRegistry metrics = new SimpleMeterRegistry();
    final ImportListeners listeners;
    final ImportService service;
    private final Path incoming;

    private RunningImports(Path folder) throws IOException {
        opened = Databases.open(folder);
        database = opened.database();
        catalog = new Repositories(database);
        repository = new ImportRepository(database, new ObjectMapper());
        columns = new ColumnChoiceRepository(database, new ObjectMapper());
        uploads = new UploadFolder(opened.folder());
        incoming = opened.folder().folder("test-incoming");
        PlayCountRepository playCounts = new PlayCountRepository();
        ListenRepository listens = new ListenRepository(catalog.songs());
        FeedbackRepository feedback = Verdicts.of(database);
        ImportedListRepository lists = new ImportedListRepository(database);
        ImportMerger merge = new ImportMerger(
                database,
                catalog.sources(),
                feedback,
                catalog.users(),
                catalog.house(),
                catalog.songs(),
                catalog.artists(),
                playCounts,
                listens,
                new ImportedWords(database, catalog.songs(), catalog.recordings()),
                lists);
        ImportWork work = new ImportWork(
                opened.folder(),
                uploads,
                database,
                repository,
                columns,
                catalog.sources(),
                merge,
                Listens.joined(database),
                Listens.namesakes(database, catalog.songs()),
                catalog.users());
        ImportPurger purge = new ImportPurger(
                database,
                repository,
                playCounts,
                listens,
                Listens.joined(database),
                feedback,
                catalog.users(),
                catalog.songs(),
                catalog.artists(),
                lists);
        listeners = new ImportListeners(catalog.house(), catalog.users(), columns);
        service =
                new ImportService(uploads, repository, listeners, work, purge, catalogChanged, listensChanged, metrics);
    }

    /** Opens a folder as the service does when it starts. */
    static RunningImports start(Path folder) throws IOException {
        RunningImports imports = new RunningImports(folder);
        imports.service.start(new StartupEvent());
        return imports;
    }

    /** Opens a folder without going on where it was. */
    static RunningImports open(Path folder) throws IOException {
        return new RunningImports(folder);
    }

    @Override
    public void close() throws IOException {
        try {
            service.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        opened.close();
    }

    int accept(ImportOptions options, byte[]... files) throws IOException {
        List<Upload> arrived = new ArrayList<>();
        for (byte[] file : files) {
            Path path = Files.createTempFile(incoming, "upload-", "");
            arrived.add(new Upload(Files.write(path, file), "file" + arrived.size()));
        }
        return service.accept(arrived, options).id();
    }

    /** Imports and waits for the end. */
    ImportJob run(ImportOptions options, byte[]... files) throws IOException {
        return await(accept(options, files));
    }

    ImportJob run(String source, String... files) throws IOException {
        ImportOptions options = new ImportOptions(ImportOptions.AUTO, source, null, null);
        byte[][] bytes = new byte[files.length][];
        for (int i = 0; i < files.length; i++) {
            bytes[i] = Fixtures.bytes(files[i]);
        }
        return run(options, bytes);
    }

    /** Waits until an import has ended, and until what it left behind is gone if it did not complete. */
    ImportJob await(int id) {
        Eventually.until(() -> {
            JobStatus status = service.byId(id).orElseThrow().status();
            return status == JobStatus.COMPLETED
                    || (status.isFinal() && !repository.unpurged().contains(id));
        });
        return service.byId(id).orElseThrow();
    }

    /** Takes an import back and waits until nothing of it is left. */
    ImportJob undo(int id) {
        if (!service.undo(id)) {
            throw new AssertionError("nothing to undo: " + service.byId(id));
        }
        return await(id);
    }

    /** What the interactions come to, as user → song → value, in public ids. */
    Map<String, Map<String, Double>> interactions(Measure measure) {
        InteractionMatrix matrix = Interactions.of(database).matrix(measure);
        Map<Integer, String> users = catalog.userIds();
        Map<Integer, String> songs = catalog.songIds();
        Map<String, Map<String, Double>> cells = new TreeMap<>();
        for (int user = 0; user < matrix.users(); user++) {
            Map<String, Double> row = new TreeMap<>();
            for (int k = matrix.rowStart()[user]; k < matrix.rowStart()[user + 1]; k++) {
                row.put(songs.get(matrix.songIds()[matrix.songIndexes()[k]]), (double) matrix.values()[k]);
            }
            cells.put(users.get(matrix.userIds()[user]), row);
        }
        return cells;
    }

    Map<String, Map<String, Double>> plays() {
        return interactions(Measure.PLAYS);
    }

    int rows(String table) {
        return database.read(
                connection -> org.segue.storage.Statements.selectInt(connection, "SELECT count(*) FROM " + table));
    }
}
