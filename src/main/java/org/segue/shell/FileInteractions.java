package org.segue.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ExternalFeedback;
import org.segue.imports.ExternalListen;
import org.segue.imports.Formats;
import org.segue.imports.HistoryFile;
import org.segue.imports.ImportOptions;
import org.segue.imports.RowSink;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.listens.Measure;

/**
 * Interactions read straight from files, without a database: keys are given out in the order in which users and songs are
 * first named. Memory grows with the files. For one thread.
 */
final class FileInteractions implements RowSink {

    private final Map<String, Integer> users = new HashMap<>();
    private final Map<String, Integer> songs = new HashMap<>();
    private final List<String> songIds = new ArrayList<>();
    private final Map<String, ExternalSong> described = new HashMap<>();
    private final InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
    private Measure measure = Measure.PLAYS;
    private long badRows;
    private @Nullable String firstBadRow;

    private FileInteractions() {}

    /**
     * Reads files of one format.
     *
     * @throws org.segue.imports.ImportException if one is of no known format
     */
    static FileInteractions read(List<Path> files, ImportOptions options) throws IOException {
        FileInteractions interactions = new FileInteractions();
        for (Path file : files) {
            HistoryFile history = HistoryFile.of(file, file.toString());
            Formats.of(history, options).read(history, options, interactions);
        }
        return interactions;
    }

    /** Users × songs. */
    InteractionMatrix matrix() {
        return cells.build();
    }

    /** What the values mean. */
    Measure measure() {
        return measure;
    }

    /** Key of a user, null if the files name no such user. */
    @Nullable
    Integer userKey(String user) {
        return users.get(user);
    }

    /** A song in words: title and artist where the files say them, else its id. */
    String words(int songKey) {
        String id = songIds.get(songKey);
        ExternalSong song = described.get(id);
        if (song == null || song.title() == null) {
            return id;
        }
        return song.artist() == null ? song.title() : song.title() + " – " + song.artist();
    }

    /** What could not be used, in a sentence; null if all could. */
    @Nullable
    String complaint() {
        return badRows == 0 ? null : "%d rows could not be used; the first: %s".formatted(badRows, firstBadRow);
    }

    @Override
    public void measure(Measure ofRows) {
        measure = ofRows;
    }

    @Override
    public void interaction(String user, ExternalSong song, double value, @Nullable Long listenedAt) {
        int userKey = users.computeIfAbsent(user, first -> users.size());
        String id = id(song);
        int songKey = songs.computeIfAbsent(id, first -> songs.size());
        if (songKey == songIds.size()) {
            songIds.add(id);
        }
        if (listenedAt == null) {
            cells.add(userKey, songKey, (float) value);
        } else {
            cells.addListen(userKey, songKey, listenedAt);
        }
    }

    @Override
    public void song(ExternalSong song) {
        described.merge(id(song), song, (known, said) -> known.title() == null ? said : known);
    }

    private static String id(ExternalSong song) {
        String id = song.id();
        return id != null ? id : String.valueOf(song.recordingKey());
    }

    @Override
    public void listen(ExternalListen listen) {
        if (!listen.isSkipped()) {
            interaction(listen.user(), listen.song(), 1, listen.listenedAt());
            song(listen.song());
        }
    }

    // Files alone are trained on: what was said of songs, and who owns other files, is for the service.
    @Override
    public void feedback(ExternalFeedback feedback) {}

    @Override
    public void owner(String user) {}

    @Override
    public void skipped(String reason) {}

    @Override
    public void badRow(String file, long line, String reason) {
        if (badRows++ == 0) {
            firstBadRow = "%s line %d: %s".formatted(file, line, reason);
        }
    }
}
