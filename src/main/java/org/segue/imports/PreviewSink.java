package org.segue.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.BadRows.BadRow;
import org.segue.imports.ImportPreview.Content;
import org.segue.imports.ImportPreview.Counts;
import org.segue.imports.ImportPreview.FoundListener;
import org.segue.imports.ImportPreview.Kept;
import org.segue.imports.ImportPreview.LeftOut;
import org.segue.imports.ImportPreview.PreviewFile;
import org.segue.imports.ImportPreview.PreviewRow;
import org.segue.imports.ImportPreview.PreviewTable;
import org.segue.imports.ImportPreview.SameListener;
import org.segue.imports.ImportPreview.Whose;
import org.segue.imports.formats.ExternalFeedback;
import org.segue.imports.formats.ExternalList;
import org.segue.imports.formats.ExternalListen;
import org.segue.imports.formats.FilesOwner;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.HistoryImporter;
import org.segue.imports.staging.StagingRepository;
import org.segue.listens.Measure;
import org.segue.text.Sentence;

/** Counts what files hold and keeps the first rows. Memory does not grow with the files. For one thread. */
final class PreviewSink implements ImportSink {

    private final @Nullable RequestedListener requested;
    private final ImportProgress progress = new ImportProgress(1, () -> {});
    private final List<PreviewFile> files = new ArrayList<>();
    private final List<PreviewRow> first = new ArrayList<>();
    private final Set<String> users = new HashSet<>();
    private @Nullable FilesOwner owner;
    private boolean needsUser;
    private long listens;
    private long skips;
    private long inDoubt;
    private long interactions;
    private long feedback;
    private long lists;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    /** @param requested whose rows they all are, null if the files say so */
    PreviewSink(@Nullable String requested) {
        this.requested = requested == null ? null : new RequestedListener(requested);
    }

    /** What has been read. */
    ImportPreview preview(Kept kept, ImportReader reading, @Nullable SameListener listener, List<FoundListener> named) {
        if (inDoubt > 0) {
            progress.note(ImportPhrase.IN_DOUBT.with(inDoubt));
        }
        ImportCounts read = progress.counts();
        return new ImportPreview(
                kept,
                reading.formats(),
                List.copyOf(files),
                new Whose(needsUser, listener, named),
                reading.tables().stream().map(PreviewTable::of).toList(),
                content(read.rowsRead()),
                List.copyOf(first),
                new LeftOut(read.skipped(), read.badRows(), read.notes()));
    }

    /** The one user whom the files name, null if they name nobody, or several, or Segue has made them for somebody. */
    @Nullable
    String oneUser() {
        if (owner != null && owner.isSegues() && requested == null) {
            return null;
        }
        if (requested != null) {
            return requested.ofFiles();
        }
        return users.size() == 1 && !needsUser ? users.iterator().next() : null;
    }

    /** Whom the files name, if these are few and the request does not say whose all rows are. */
    List<String> namedUsers() {
        boolean isHouses = owner != null && owner.isSegues();
        return requested != null || isHouses || users.size() > ImportPreview.MAX_NAMED
                ? List.of()
                : users.stream()
                        .filter(user -> !user.equals(ImportOptions.SOMEBODY))
                        .toList();
    }

    private Content content(long rowsRead) {
        boolean dated = listens + skips > 0;
        return new Content(
                rowsRead,
                new Counts(listens, skips, interactions, feedback, lists, users.size()),
                dated ? Instant.ofEpochSecond(from) : null,
                dated ? Instant.ofEpochSecond(to) : null);
    }

    @Override
    public void begin(HistoryFile file, HistoryImporter importer, String source) {
        list(new PreviewFile(file.name(), importer.format().name()));
    }

    @Override
    public void ignored(HistoryFile file) {
        list(new PreviewFile(file.name(), null));
        progress.skipped(StagingRepository.NO_HISTORY);
    }

    private void list(PreviewFile file) {
        if (files.size() < ImportPreview.MAX_FILES) {
            files.add(file);
        }
    }

    @Override
    public void owner(FilesOwner ofFiles) {
        owner = ofFiles;
        if (requested != null) {
            requested.meets(ofFiles.user());
        }
    }

    @Override
    public @Nullable FilesOwner owner() {
        return owner;
    }

    @Override
    public void measure(Measure ofRows) {}

    @Override
    public void interaction(String user, ExternalSong song, double value) {
        progress.row();
        meet(user);
        interactions++;
        show(user, song, null, value);
    }

    @Override
    public void song(ExternalSong song) {}

    @Override
    public void listen(ExternalListen listen) {
        listens(listen, 1);
    }

    @Override
    public void listens(ExternalListen first, int plays) {
        progress.row();
        meet(first.user());
        if (first.isSkipped()) {
            skips += plays;
            progress.skipped(StagingRepository.SKIP);
        } else {
            listens += plays;
            inDoubt += first.brokenOffAfterMs() > 0 ? plays : 0;
        }
        from = Math.min(from, first.listenedAt());
        to = Math.max(to, first.later((long) (plays - 1) * ExternalListen.APART).listenedAt());
        Double value = plays == 1 ? null : (Double) (double) plays;
        show(first.user(), first.song(), Instant.ofEpochSecond(first.listenedAt()), value);
    }

    @Override
    public void feedback(ExternalFeedback said) {
        progress.row();
        meet(said.user());
        feedback++;
    }

    @Override
    public void list(ExternalList list) {
        progress.row();
        meet(list.user());
        lists++;
    }

    @Override
    public void skipped(String reason) {
        progress.row();
        progress.skipped(reason);
    }

    @Override
    public void note(Sentence sentence) {
        progress.note(sentence);
    }

    @Override
    public void badRow(String file, long line, Sentence reason) {
        progress.badRow(new BadRow(file, line, reason));
    }

    private void meet(String named) {
        needsUser |= named.equals(ImportOptions.SOMEBODY);
        String user = counted(named);
        if (users.size() < ImportPreview.MAX_USERS) {
            users.add(user);
        }
    }

    private String counted(String named) {
        if (requested == null) {
            return named;
        }
        requested.meets(named);
        return requested.name();
    }

    private void show(String named, ExternalSong song, @Nullable Instant listenedAt, @Nullable Double value) {
        if (first.size() < ImportPreview.FIRST) {
            String user = counted(named);
            first.add(new PreviewRow(
                    user.equals(ImportOptions.SOMEBODY) ? null : user,
                    song.artist(),
                    song.title() == null ? song.id() : song.title(),
                    song.album(),
                    listenedAt,
                    value));
        }
    }
}
