package org.segue.imports.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;

/**
 * {@code .scrobbler.log} of Rockbox and its like: {@code #AUDIOSCROBBLER/1.1}, further lines with {@code #}, then artist,
 * album, title, track number, length in seconds, rating ({@code L}istened or {@code S}kipped), time and perhaps MusicBrainz id
 * between tabs. Without {@code #TZ/UTC} the time is what the clock of the device showed: it is taken as one of the zone that the
 * request names, else of that in which Segue runs. Players without a clock write 0: what they played is counted, and is no listen.
 */
final class ScrobblerLogImporter implements HistoryImporter {

    /** What the format is called, and Rockbox's files as a source. */
    static final String NAME = "scrobbler-log";

    static final String UNDATED_SKIP = SkipPhrase.UNDATED.english();

    private static final String UTC = "#TZ/UTC";

    private static final Format FORMAT =
            new Format(NAME, NAME, Signature.firstLine(line -> line.startsWith("#AUDIOSCROBBLER/")));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        ZoneId zone = options.zone() == null ? ZoneId.systemDefault() : options.zone();
        long number = 0;
        try (BufferedReader lines = file.open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                zone = line.strip().equals(UTC) ? ZoneOffset.UTC : zone;
                if (!line.isBlank() && !line.startsWith("#")) {
                    readLine(file, number, line, user, zone, sink);
                }
            }
        }
    }

    private static void readLine(HistoryFile file, long number, String line, String user, ZoneId zone, RowSink sink) {
        try {
            ExternalListen play = play(line.split("\t", -1), user, zone);
            if (play.listenedAt() != 0) {
                sink.listen(play);
            } else if (play.isSkipped()) {
                sink.skipped(UNDATED_SKIP);
            } else {
                sink.interaction(user, play.song(), 1);
            }
        } catch (BadRowException e) {
            sink.badRow(file.name(), number, e.reason());
        }
    }

    private static ExternalListen play(String[] fields, String user, ZoneId zone) throws BadRowException {
        if (fields.length < 7) {
            throw new BadRowException(RowPhrase.SCROBBLER_LOG.with(fields.length));
        }
        String rating = fields[5].strip();
        if (!rating.equals("L") && !rating.equals("S")) {
            throw new BadRowException(RowPhrase.SCROBBLER_RATING.with());
        }
        ExternalSong song = Fields.song(fields[0], fields[2], fields[1]);
        String mbid = fields.length > 7 ? RecordingIds.mbid(fields[7]) : null;
        ExternalSong identified = song.with(mbid, null, Fields.duration(fields[4], 1000));
        return new ExternalListen(user, identified, time(fields[6], zone), 0, rating.equals("S"), null)
                .saying(PlayInfo.of(identified).text("tracknumber", fields[3]).told());
    }

    // 0 where the player had no clock.
    private static long time(String field, ZoneId zone) throws BadRowException {
        if (field.strip().equals("0")) {
            return 0;
        }
        long seconds = Fields.time("time", field);
        return new Moment(seconds, Moment.LOCAL, false).epochSeconds(zone);
    }
}
