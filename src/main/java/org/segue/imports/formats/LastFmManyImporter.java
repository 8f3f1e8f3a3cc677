package org.segue.imports.formats;

import java.io.IOException;
import java.util.regex.Pattern;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;

/**
 * The data set Last.fm 360K, {@code usersha1-artmbid-artname-plays.tsv}: user, artist's MusicBrainz id, artist and plays between
 * tabs, without a header. It has no songs: artists stand for them.
 */
final class LastFmManyImporter implements HistoryImporter {

    private static final int FIELDS = 4;

    private static final Pattern ROW = Pattern.compile("[0-9a-f]{40}\\t([0-9a-f-]{36})?\\t[^\\t]*\\t\\d{1,9}\\s*");

    private static final Format FORMAT = new Format(
            "lastfm-360k",
            "lastfm-360k",
            Signature.firstLine(line -> ROW.matcher(line).matches()),
            true);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        Delimited.read(file, '\t', sink, fields -> {
            if (fields.getFieldCount() != FIELDS) {
                throw new BadRowException(RowPhrase.LASTFM_MANY.with(fields.getFieldCount()));
            }
            String artist = fields.getField(2);
            sink.interaction(
                    Fields.id("user", fields.getField(0)),
                    new ExternalSong(Fields.id("artist", artist), Fields.text(artist), null, null),
                    Fields.plays("plays", fields.getField(3)));
        });
        sink.note(ImportPhrase.ARTISTS_AS_SONGS.with(file.name()));
    }
}
