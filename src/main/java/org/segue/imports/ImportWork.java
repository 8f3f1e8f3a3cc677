package org.segue.imports;

import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Source;
import org.segue.catalog.SourceRepository;
import org.segue.jobs.JobStatus;
import org.segue.storage.DataFolder;
import org.segue.storage.Database;
import org.segue.storage.ScratchDatabase;
import org.segue.storage.StorageException;

/** The work of one import: recognise the files, stage their rows, merge them. */
@Singleton
class ImportWork {

    private static final Logger LOG = Logger.getLogger(ImportWork.class);

    private final DataFolder folder;
    private final UploadFolder uploads;
    private final Database database;
    private final ImportRepository imports;
    private final SourceRepository sources;
    private final Merge merge;

    ImportWork(
            DataFolder folder,
            UploadFolder uploads,
            Database database,
            ImportRepository imports,
            SourceRepository sources,
            Merge merge) {
        this.folder = folder;
        this.uploads = uploads;
        this.database = database;
        this.imports = imports;
        this.sources = sources;
        this.merge = merge;
    }

    /**
     * How the work ended.
     *
     * @param status completed, failed or cancelled
     * @param error why it failed, in a sentence; null unless it did
     */
    record Outcome(JobStatus status, @Nullable String error) {

        static final Outcome CANCELLED = new Outcome(JobStatus.CANCELLED, null);

        private static Outcome failed(@Nullable String error) {
            return new Outcome(JobStatus.FAILED, error);
        }
    }

    /** Deletes what a former process left behind of its work. */
    void deleteLeftovers() throws IOException {
        DataFolder.delete(folder.folder("scratch"));
    }

    /** Does the work, whatever happens in it. */
    Outcome run(int importId, ImportProgress progress) {
        try (ScratchDatabase scratch = new ScratchDatabase(folder.folder("scratch"), "import-" + importId);
                StagingRepository staging = new StagingRepository(scratch, progress)) {
            ImportOptions options = imports.options(importId);
            HistoryImporter importer = read(uploads.files(importId, progress::bytes), options, staging, progress);
            requireRows(importer, staging, progress);
            Source source = source(options, importer);
            imports.recognised(importId, importer.format(), source, staging.measure());
            merge.merge(importId, source, staging, progress);
            progress.endIfCancelled();
            return new Outcome(JobStatus.COMPLETED, null);
        } catch (CancellationException e) {
            return Outcome.CANCELLED;
        } catch (ImportException | StorageException e) {
            return Outcome.failed(e.getMessage());
        } catch (EOFException e) {
            return Outcome.failed("A file cannot be read to its end: it is cut off.");
        } catch (IOException | UncheckedIOException e) {
            return Outcome.failed("A file cannot be read to its end: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import %d failed", importId);
            return Outcome.failed("Something unexpected went wrong; the log says more.");
        }
    }

    private static HistoryImporter read(
            List<HistoryFile> files, ImportOptions options, StagingRepository staging, ImportProgress progress)
            throws IOException {
        ImportOptions.Population population = options.population();
        if (population == null || population.maxUsers() == null) {
            return read(files, options, staging);
        }
        PopulationSample sample = new PopulationSample(staging, progress, population.maxUsers(), population.seed());
        HistoryImporter importer = read(files, options, sample);
        sample.end();
        return importer;
    }

    private static HistoryImporter read(List<HistoryFile> files, ImportOptions options, RowSink sink)
            throws IOException {
        HistoryImporter first = null;
        for (HistoryFile file : files) {
            HistoryImporter importer = Formats.of(file, options);
            if (first == null) {
                first = importer;
            } else if (!first.format().equals(importer.format())) {
                throw new ImportException("%s is of the format %s, %s of %s: import them one by one."
                        .formatted(files.get(0).name(), first.format(), file.name(), importer.format()));
            }
            importer.read(file, options, sink);
        }
        if (first == null) {
            throw new ImportException("Segue was stopped before the files had arrived: import them again.");
        }
        return first;
    }

    private static void requireRows(HistoryImporter importer, StagingRepository staging, ImportProgress progress) {
        if (staging.rows(true) + staging.rows(false) > 0) {
            return;
        }
        BadRows bad = progress.counts().badRows();
        if (bad.count() == 0) {
            throw new ImportException(
                    "The files, of the format %s, have no row of a user with a song.".formatted(importer.format()));
        }
        BadRows.BadRow row = bad.first().get(0);
        throw new ImportException("None of the %d rows can be used. The first, line %d of %s: %s."
                .formatted(bad.count(), row.line(), row.file(), row.reason()));
    }

    private Source source(ImportOptions options, HistoryImporter importer) {
        String name = options.source() == null ? importer.defaultSource() : options.source();
        return database.writeNow(connection -> sources.resolve(connection, name));
    }
}
