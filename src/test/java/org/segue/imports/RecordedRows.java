package org.segue.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.BadRows.BadRow;
import org.segue.listens.Measure;

/** Keeps what an importer reads. */
final class RecordedRows implements RowSink {

    record Row(
            String user,
            String song,
            double value,
            @Nullable Long listenedAt) {}

    final List<Row> rows = new ArrayList<>();
    final List<ExternalSong> songs = new ArrayList<>();
    final List<BadRow> bad = new ArrayList<>();
    Measure measure = Measure.PLAYS;

    @Override
    public void measure(Measure ofRows) {
        measure = ofRows;
    }

    @Override
    public void interaction(String user, String song, double value, @Nullable Long listenedAt) {
        rows.add(new Row(user, song, value, listenedAt));
    }

    @Override
    public void song(ExternalSong song) {
        songs.add(song);
    }

    @Override
    public void badRow(String file, long line, String reason) {
        bad.add(new BadRow(file, line, reason));
    }

    List<Long> badLines() {
        return bad.stream().map(BadRow::line).sorted().toList();
    }
}
