package org.segue.imports.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.listens.Measure;
import org.segue.text.Sentence;

/** Keeps what an importer reads. */
public final class RecordedRows implements RowSink {

    public record Row(
            String user,
            String song,
            double value,
            @Nullable Long listenedAt) {}

    /** A row that cannot be used, with its reason in English. */
    public record BadRow(String file, long line, String reason) {}

    public final List<Row> rows = new ArrayList<>();
    final List<ExternalSong> songs = new ArrayList<>();
    public final List<ExternalListen> listens = new ArrayList<>();
    public final List<ExternalFeedback> feedback = new ArrayList<>();
    final List<ExternalList> lists = new ArrayList<>();
    final Map<String, Integer> skipped = new TreeMap<>();
    public final List<String> notes = new ArrayList<>();
    public final List<BadRow> bad = new ArrayList<>();

    @Nullable
    String owner;

    @Nullable
    String houseId;

    Measure measure = Measure.PLAYS;

    @Override
    public void measure(Measure ofRows) {
        measure = ofRows;
    }

    @Override
    public void interaction(String user, ExternalSong song, double value) {
        rows.add(new Row(user, name(song), value, null));
        if (song.id() == null) {
            songs.add(song);
        }
    }

    @Override
    public void listen(ExternalListen listen) {
        listens.add(listen);
        rows.add(new Row(listen.user(), name(listen.song()), 1, listen.listenedAt()));
    }

    private static String name(ExternalSong song) {
        String id = song.id();
        return id == null ? String.valueOf(song.recordingKey()) : id;
    }

    @Override
    public void feedback(ExternalFeedback said) {
        feedback.add(said);
    }

    @Override
    public void list(ExternalList list) {
        lists.add(list);
    }

    @Override
    public void owner(FilesOwner ofFiles) {
        owner = ofFiles.user();
        houseId = ofFiles.segueId();
    }

    @Override
    public void skipped(String reason) {
        skipped.merge(reason, 1, Integer::sum);
    }

    @Override
    public void song(ExternalSong song) {
        songs.add(song);
    }

    @Override
    public void note(Sentence sentence) {
        notes.add(sentence.text());
    }

    @Override
    public void badRow(String file, long line, Sentence reason) {
        bad.add(new BadRow(file, line, reason.text()));
    }

    List<Long> badLines() {
        return bad.stream().map(BadRow::line).sorted().toList();
    }
}
