package org.segue.imports;

import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Source;
import org.segue.catalog.SourceRepository;
import org.segue.catalog.UserRepository;
import org.segue.imports.formats.SpotifyImporter;
import org.segue.imports.staging.RowOwners;
import org.segue.imports.staging.StagedRowsRepository;
import org.segue.imports.staging.StagingRepository;
import org.segue.imports.staging.UserSampler;
import org.segue.jobs.LiveJob;
import org.segue.listens.ListensChanged;
import org.segue.listens.MergedListenRepository;
import org.segue.listens.NamesakeRepository;
import org.segue.storage.DataFolder;
import org.segue.storage.Database;
import org.segue.storage.ScratchDatabase;
import org.segue.text.Sentence;

/** The work of one import: recognize the files, stage their rows, merge them. */
@Singleton
class ImportWork {

    private final DataFolder folder;
    private final UploadFolder uploads;
    private final Database database;
    private final ImportRepository imports;
    private final ColumnChoiceRepository columns;
    private final SourceRepository sources;
    private final ImportMerger merge;
    private final MergedListenRepository joined;
    private final NamesakeRepository namesakes;
    private final UserRepository users;

    ImportWork(
            DataFolder folder,
            UploadFolder uploads,
            Database database,
            ImportRepository imports,
            ColumnChoiceRepository columns,
            SourceRepository sources,
            ImportMerger merge,
            MergedListenRepository joined,
            NamesakeRepository namesakes,
            UserRepository users) {
        this.folder = folder;
        this.uploads = uploads;
        this.database = database;
        this.imports = imports;
        this.columns = columns;
        this.sources = sources;
        this.merge = merge;
        this.joined = joined;
        this.namesakes = namesakes;
        this.users = users;
    }

    /** Deletes what a former process left behind of its work. */
    void deleteLeftovers() throws IOException {
        DataFolder.delete(folder.folder("scratch"));
    }

    /**
     * Does the work.
     *
     * @throws ImportException if it cannot be done
     */
    ImportJob run(LiveJob<ImportJob> job) {
        int id = job.job().id();
        try {
            ImportProgress progress = new ImportProgress(uploads.bytes(id), job::endIfCancelled);
            job.showThrough(progress::of);
            run(job, progress);
            return job.job();
        } catch (IOException | UncheckedIOException e) {
            throw new ImportException(unreadable(e));
        }
    }

    /** Gives listens that may be of several songs of one name to the one that is played most now. */
    void settleNamesakes() {
        namesakes.settle();
    }

    private void run(LiveJob<ImportJob> job, ImportProgress progress) throws IOException {
        int id = job.job().id();
        ImportOptions options = imports.options(id);
        try (ScratchDatabase scratch = new ScratchDatabase(folder.folder("scratch"), "import-" + id);
                StagingRepository staging = new StagingRepository(
                        scratch,
                        folder.folder("scratch").resolve("import-" + id + ".listens"),
                        progress,
                        new RowOwners(requested(options), options.corrected().listeners(), progress))) {
            if (imports.hasCompleted(SpotifyImporter.NAME)) {
                staging.expectRereading();
            }
            if (options.population() != null) {
                staging.keepNoWords();
            }
            ImportReader reading = read(arrived(id), options, staging, progress);
            StagedRowsRepository rows = staging.rows();
            requireRows(reading, rows, progress);
            Source source = database.writeNow(connection -> sources.resolve(connection, reading.source()));
            imports.recognized(id, reading.formats(), source);
            job.update(before -> before.recognized(reading.formats(), source));
            if (options.population() == null
                    && !source.name().equals(ListensChanged.DEMO)
                    && imports.isFirstBesideDemo(id)) {
                progress.note(ImportPhrase.DEMO_STAYS.with());
            }
            merge.merge(id, source, rows, progress);
            if (options.population() == null) {
                imports.brought(id, rows.userKeys());
                reading.saidTables().forEach(columns::remember);
            }
            joined.settle();
            namesakes.settle();
        }
    }

    // Users of a public dump are its own.
    private static @Nullable RequestedListener requested(ImportOptions options) {
        return options.user() == null || options.population() != null ? null : new RequestedListener(options.user());
    }

    private ImportReader read(
            List<Upload> files, ImportOptions options, StagingRepository staging, ImportProgress progress)
            throws IOException {
        ImportOptions.Background population = options.population();
        ImportOptions.Worth worth = population == null ? null : population.worth();
        if (population != null && worth != null) {
            ImportReader reading = new ImportReader(options, staging, columns);
            reading.read(files, progress::bytes);
            staging.keepWorthTaking(population, worth, users.householdAliases(reading.source()));
            return reading;
        }
        if (population == null || population.maxUsers() == null) {
            ImportReader reading = new ImportReader(options, staging, columns);
            reading.read(files, progress::bytes);
            return reading;
        }
        UserSampler sample = new UserSampler(staging, population.maxUsers(), population.seed());
        ImportReader reading = new ImportReader(options, sample, columns);
        reading.read(files, progress::bytes);
        sample.end();
        return reading;
    }

    /** What kept a file from being read. */
    static Sentence unreadable(Exception e) {
        return e instanceof EOFException || e.getCause() instanceof EOFException
                ? ImportPhrase.CUT_OFF_SOMEWHERE.with()
                : ImportPhrase.NOT_TO_ITS_END.with(e.getMessage());
    }

    private List<Upload> arrived(int importId) throws IOException {
        List<Upload> files = uploads.files(importId);
        if (files.isEmpty()) {
            throw new ImportException(ImportPhrase.NOT_ARRIVED.with());
        }
        return files;
    }

    private static void requireRows(ImportReader reading, StagedRowsRepository rows, ImportProgress progress) {
        if (!rows.isEmpty()) {
            return;
        }
        BadRows bad = progress.counts().badRows();
        if (bad.count() == 0) {
            Object skipped = progress.counts().skipped().entrySet().stream()
                    .map(reason -> ImportPhrase.SKIPPED.with(reason.getValue(), SkipPhrase.of(reason.getKey())))
                    .reduce(ImportPhrase.AND::with)
                    .map(Object.class::cast)
                    .orElse("");
            throw new ImportException(ImportPhrase.NO_PLAYS.with(reading.formats(), skipped));
        }
        BadRows.BadRow row = bad.first().get(0);
        throw new ImportException(ImportPhrase.NO_GOOD_ROW.with(bad.count(), row.line(), row.file(), row.reason()));
    }
}
