package org.segue.imports.formats;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.imports.ImportOptions;

/**
 * Last.fm by mainstream.ghan.nl as a table: {@code uts, utc_time, artist, artist_mbid, album, album_mbid, track, track_mbid},
 * with a header.
 */
final class LastFmTableImporter implements HistoryImporter {

    private static final List<String> HEADER =
            List.of("uts", "utc_time", "artist", "artist_mbid", "album", "album_mbid", "track", "track_mbid");

    private static final Format FORMAT =
            new Format("lastfm-table", LastFmCsvImporter.LASTFM, Signature.header(',', HEADER));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        Delimited.read(file, ',', sink, fields -> {
            if (fields.getStartingLineNumber() == 1) {
                return;
            }
            if (fields.getFieldCount() < HEADER.size() - 1) {
                throw new BadRowException(RowPhrase.COLUMNS.with(fields.getFieldCount(), HEADER.size()));
            }
            String mbid = fields.getFieldCount() < HEADER.size() ? null : RecordingIds.mbid(fields.getField(7));
            ExternalSong song = Fields.song(fields.getField(2), fields.getField(6), fields.getField(4));
            ExternalSong identified = song.with(mbid, null, null);
            sink.listen(ExternalListen.heard(user, identified, Fields.time("uts", fields.getField(0)))
                    .saying(info(identified, fields.getField(3), fields.getField(5))));
        });
    }

    /** What Last.fm tells of a play beside the song: ids of MusicBrainz of artist and album, as far as they are some. */
    static @Nullable String info(ExternalSong song, @Nullable String artistMbid, @Nullable String albumMbid) {
        String artist = RecordingIds.mbid(artistMbid);
        return PlayInfo.of(song)
                .texts("artist_mbids", artist == null ? List.of() : List.of(artist))
                .text("release_mbid", RecordingIds.mbid(albumMbid))
                .told();
    }
}
