package org.segue.library;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.segue.jobs.JobFailedException;
import org.segue.jobs.LiveJob;
import org.segue.library.LibraryFileRepository.Target;
import org.segue.library.LibrarySync.Step;
import org.segue.library.SyncReading.Read;
import org.segue.storage.DataFolder;

/**
 * Syncs a library: reads all of it as each of its logins, compares that with what is in force, matches what is new or was changed,
 * brings it into force in one commit, and takes over what the logins think of songs. What fails or is cancelled before that commit leaves all as
 * it was.
 */
@Singleton
class SyncWork {

    /** Name of the folder in the data folder for what is being read; deleted at a start. */
    static final String FOLDER = "library";

    /** Of the whole, the part that reading takes; matching takes most of the rest. */
    private static final double READING = 0.6;

    private static final double MATCHING = 0.35;

    /** After so many songs the job says how far it is. */
    private static final int TOLD_EVERY = 100;

    private final DataFolder folder;
    private final LibraryRepository libraries;
    private final LibraryFileRepository files;
    private final FileChoiceRepository choices;
    private final CandidateRepository candidates;
    private final SyncReading reading;
    private final SyncTaste taste;
    private final SyncEvents events;

    SyncWork(
            DataFolder folder,
            LibraryRepository libraries,
            LibraryFileRepository files,
            FileChoiceRepository choices,
            CandidateRepository candidates,
            SyncReading reading,
            SyncTaste taste,
            SyncEvents events) {
        this.folder = folder;
        this.libraries = libraries;
        this.files = files;
        this.choices = choices;
        this.candidates = candidates;
        this.reading = reading;
        this.taste = taste;
        this.events = events;
    }

    LibrarySync run(LiveJob<LibrarySync> job) {
        int libraryId = job.job().library();
        LibraryState library =
                libraries.byId(libraryId).orElseThrow(() -> new JobFailedException(LibraryPhrase.GONE.with()));
        List<LibraryLogin> accounts = reading.logins(libraryId);
        if (accounts.isEmpty()) {
            throw new JobFailedException(
                    LibraryPhrase.NO_LOGINS.with(library.library().name()));
        }
        LibraryKeys keys = libraries.keys(libraryId).orElseThrow();
        Target target = new Target(libraryId, keys, job.job().id());
        try (StagedLibraryRepository staged = new StagedLibraryRepository(folder.folder(FOLDER))) {
            Read read = read(job, library, accounts, staged);
            match(job, target, library, new Seen(staged, read));
            job.update(sync -> sync.at(Step.TASTE, READING + MATCHING));
            int taken = taste.take(target, staged, read);
            job.update(sync -> sync.with(sync.report().withTaken(taken)));
        }
        return job.job();
    }

    /** What was read, and as whom. */
    private record Seen(StagedLibraryRepository staged, Read read) {}

    private Read read(
            LiveJob<LibrarySync> job,
            LibraryState library,
            List<LibraryLogin> accounts,
            StagedLibraryRepository staged) {
        double expected = Math.max(1, files.count(library.id())) * (double) accounts.size();
        int[] songs = new int[1];
        job.update(sync -> sync.at(Step.READING, 0));
        Read read = reading.read(library, accounts, staged, () -> {
            job.endIfCancelled();
            if (++songs[0] % TOLD_EVERY == 0) {
                double done = songs[0] / Math.max(expected, songs[0] + 1.0);
                job.update(sync ->
                        sync.at(Step.READING, READING * done).with(sync.report().withSongs(songs[0])));
            }
        });
        staged.complete();
        job.update(sync -> sync.at(Step.MATCHING, READING)
                .with(sync.report().withSongs(staged.count()).withProblems(read.problems())));
        return read;
    }

    private void match(LiveJob<LibrarySync> job, Target target, LibraryState library, Seen seen) {
        StagedLibraryRepository staged = seen.staged();
        Read read = seen.read();
        Differences differences = files.compare(target, staged);
        int had = files.count(target.libraryId());
        int gone = had - differences.common();
        boolean mayForget = read.isComplete() && (job.job().forget() || 2L * staged.count() >= had);
        int missing = read.isComplete() ? mayForget ? 0 : gone : library.missing();
        int kept = mayForget ? 0 : gone;
        Set<Integer> partial = partial(target, seen, kept);
        boolean isCatalogChanged = false;
        if (differences.isNone() && gone == kept && partial.isEmpty() && !files.isAnyPartial(target)) {
            files.noteUnchanged(target, missing);
        } else {
            isCatalogChanged = write(job, target, seen, kept);
            job.settle();
            files.publish(target, missing, partial);
        }
        job.update(sync ->
                sync.with(sync.report().found(differences.added(), differences.changed(), gone - kept, missing)));
        files.keepArtists(target, staged);
        choices.keepAlbums(target.libraryId(), staged);
        candidates.renew(target.libraryId(), target.keys().importId());
        events.synced(isCatalogChanged);
    }

    private boolean write(LiveJob<LibrarySync> job, Target target, Seen seen, int kept) {
        StagedLibraryRepository staged = seen.staged();
        boolean[] isCatalogChanged = new boolean[1];
        int[] done = new int[1];
        double all = Math.max(1, staged.count());
        staged.songs(portion -> {
            job.endIfCancelled();
            isCatalogChanged[0] |= files.match(target, portion);
            done[0] += portion.size();
            job.update(sync -> sync.at(Step.MATCHING, READING + MATCHING * done[0] / all));
        });
        if (kept > 0) {
            files.missing(target, staged, ids -> files.keep(target, ids));
        }
        return isCatalogChanged[0];
    }

    /**
     * Keys of the logins that do not see all; notes what they see. Of a login that could not be read that is what it saw before, and
     * so it is of songs of which nobody has said that they may be forgotten.
     *
     * @param kept how many songs stay that were not read
     */
    private Set<Integer> partial(Target target, Seen seen, int kept) {
        Set<Integer> partial = new HashSet<>();
        Read read = seen.read();
        int all = seen.staged().count() + (read.isComplete() ? 0 : kept);
        for (LibraryLogin login : read.logins()) {
            int as = read.readAs(login);
            if (seen.staged().countSeenBy(as) < all) {
                seen.staged().seenBy(as, ids -> files.see(target, login.id(), ids));
                if (read.isComplete() && kept > 0) {
                    files.seeMissing(target, login.id(), seen.staged());
                }
                partial.add(login.id());
            }
        }
        for (LibraryLogin login : read.failed()) {
            if (files.seeAsBefore(target, login.id())) {
                partial.add(login.id());
            }
        }
        return partial;
    }
}
