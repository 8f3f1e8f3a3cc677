package org.segue.imports;

import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.formats.ExternalFeedback;
import org.segue.imports.formats.ExternalList;
import org.segue.imports.formats.ExternalListen;
import org.segue.imports.formats.FilesOwner;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.HistoryImporter;
import org.segue.listens.Measure;
import org.segue.text.Sentence;

/**
 * Finds out whom files name besides the listener of the request. Of a file that names nobody one row is read. For one thread.
 */
final class NamedUsers implements ImportSink {

    private final RequestedListener requested;
    private @Nullable FilesOwner owner;

    NamedUsers(RequestedListener requested) {
        this.requested = requested;
    }

    @Override
    public void owner(FilesOwner ofFiles) {
        owner = ofFiles;
        requested.meets(ofFiles.user());
    }

    @Override
    public @Nullable FilesOwner owner() {
        return owner;
    }

    @Override
    public void interaction(String user, ExternalSong song, double value) {
        meet(user);
    }

    @Override
    public void listen(ExternalListen listen) {
        meet(listen.user());
    }

    @Override
    public void listens(ExternalListen first, int plays) {
        meet(first.user());
    }

    @Override
    public void feedback(ExternalFeedback said) {
        meet(said.user());
    }

    @Override
    public void list(ExternalList list) {
        meet(list.user());
    }

    private void meet(String user) {
        if (user.equals(ImportOptions.SOMEBODY)) {
            throw new EnoughReadException();
        }
        requested.meets(user);
    }

    @Override
    public void begin(HistoryFile file, HistoryImporter importer, String source) {}

    @Override
    public void ignored(HistoryFile file) {}

    @Override
    public void measure(Measure ofRows) {}

    @Override
    public void song(ExternalSong song) {}

    @Override
    public void skipped(String reason) {}

    @Override
    public void note(Sentence sentence) {}

    @Override
    public void badRow(String file, long line, Sentence reason) {}
}
