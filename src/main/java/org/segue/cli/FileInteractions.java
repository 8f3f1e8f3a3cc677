package org.segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportReader;
import org.segue.imports.ImportSink;
import org.segue.imports.Upload;
import org.segue.imports.formats.ExternalFeedback;
import org.segue.imports.formats.ExternalList;
import org.segue.imports.formats.ExternalListen;
import org.segue.imports.formats.FilesOwner;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.HistoryImporter;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.listens.Measure;
import org.segue.text.Sentence;

/**
 * Interactions read straight from files, without a database: keys are given out in the order in which users and songs are
 * first named. Memory grows with the files. For one thread.
 */
final class FileInteractions implements ImportSink {

    private final Map<String, Integer> users = new HashMap<>();
    private final Map<String, Integer> songs = new HashMap<>();
    private final List<String> userIds = new ArrayList<>();
    private final List<String> songIds = new ArrayList<>();
    private final Map<String, ExternalSong> described = new HashMap<>();
    private final InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
    private @Nullable Measure measure;
    private Measure measureOfFile = Measure.PLAYS;
    private @Nullable FilesOwner owner;
    private long otherMeasure;
    private long badRows;
    private @Nullable String firstBadRow;
    private final Set<String> notes = new LinkedHashSet<>();
    private @Nullable Set<String> recordings;

    private FileInteractions() {}

    /**
     * Reads what an import would: files of any format, compressed or not, and those of archives. Of plays and ratings, what
     * comes first is meant.
     *
     * @throws org.segue.imports.ImportException if one is of no known format
     */
    static FileInteractions read(List<Path> files, ImportOptions options) throws IOException {
        FileInteractions interactions = new FileInteractions();
        List<Upload> uploads =
                files.stream().map(file -> new Upload(file, file.toString())).toList();
        new ImportReader(options, interactions).read(uploads, bytes -> {});
        return interactions;
    }

    /** Users × songs. */
    InteractionMatrix matrix() {
        return cells.build();
    }

    /** What the values mean. */
    Measure measure() {
        return measure == null ? Measure.PLAYS : measure;
    }

    /** Key of a user, null if the files name no such user. */
    @Nullable
    Integer userKey(String user) {
        return users.get(user);
    }

    /** What the files call the user of a key. */
    String userId(int userKey) {
        return userIds.get(userKey);
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

    /** What the files say of the song of a key; its id alone if they describe it nowhere. */
    ExternalSong song(int songKey) {
        String id = songIds.get(songKey);
        return described.getOrDefault(id, new ExternalSong(id, null, null, null));
    }

    /** Whether the files name a song of others: by its id, or by artist and title. */
    boolean names(ExternalSong song) {
        return isNamed(id(song)) || isNamed(song.recordingKey());
    }

    private boolean isNamed(@Nullable String word) {
        return word != null && (described.containsKey(word) || recordings().contains(word));
    }

    private Set<String> recordings() {
        Set<String> known = recordings;
        if (known == null) {
            known = new HashSet<>(songs.keySet());
            for (ExternalSong song : described.values()) {
                known.add(String.valueOf(song.recordingKey()));
            }
            recordings = known;
        }
        return known;
    }

    /** What is to be known of how the files were read, in sentences. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** What could not be used, in a sentence; null if all could. */
    @Nullable
    String complaint() {
        if (badRows > 0) {
            return "%d rows could not be used; the first: %s".formatted(badRows, firstBadRow);
        }
        return otherMeasure == 0
                ? null
                : "%d rows are left out: of plays and ratings, what comes first is trained on".formatted(otherMeasure);
    }

    @Override
    public void begin(HistoryFile file, HistoryImporter importer, String source) {
        measureOfFile = Measure.PLAYS;
    }

    @Override
    public void ignored(HistoryFile file) {}

    @Override
    public void owner(FilesOwner ofFiles) {
        owner = ofFiles;
    }

    @Override
    public @Nullable FilesOwner owner() {
        return owner;
    }

    @Override
    public void measure(Measure ofRows) {
        measureOfFile = ofRows;
    }

    @Override
    public void interaction(String user, ExternalSong song, double value) {
        add(user, song, value, null);
    }

    private void add(String user, ExternalSong song, double value, @Nullable Long listenedAt) {
        Measure ofRow = listenedAt == null ? measureOfFile : Measure.PLAYS;
        measure = measure == null ? ofRow : measure;
        if (measure != ofRow) {
            otherMeasure++;
            return;
        }
        int userKey = users.computeIfAbsent(user, first -> users.size());
        if (userKey == userIds.size()) {
            userIds.add(user);
        }
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
            add(listen.user(), listen.song(), 1, listen.listenedAt());
            song(listen.song());
        }
    }

    // What was heard alone is trained on: what was said of songs, and lists, are for the service.
    @Override
    public void feedback(ExternalFeedback feedback) {}

    @Override
    public void list(ExternalList list) {}

    @Override
    public void skipped(String reason) {}

    @Override
    public void note(Sentence sentence) {
        notes.add(sentence.text());
    }

    @Override
    public void badRow(String file, long line, Sentence reason) {
        if (badRows++ == 0) {
            firstBadRow = "%s line %d: %s".formatted(file, line, reason);
        }
    }
}
