package org.segue.imports.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;

/**
 * {@code playback.log} of Rockbox: {@code seconds:played:length:path} a line, the seconds as the device's clock showed them, 0
 * without a clock; played and length are in milliseconds. All that it says of a song is its path: {@code …/Artist/Album/01
 * Title.mp3}. Half of a song is a listen. Plays without a time are counted.
 */
final class PlaybackLogImporter implements HistoryImporter {

    private static final Pattern ROW = Pattern.compile("(\\d{1,12}):(\\d{1,9}):(\\d{1,9}):(\\D.*)");
    private static final Pattern NUMBER = Pattern.compile("^\\s*(?:\\d{1,2}-)?\\d{1,3}\\s*[-._ ]\\s*(?=\\S)");
    private static final Pattern SUFFIX = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private static final Format FORMAT = new Format(
            "rockbox-playback-log",
            ScrobblerLogImporter.NAME,
            Signature.start(head -> head.lines().stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .findFirst()
                    .filter(line -> ROW.matcher(line).matches() && line.indexOf('/') >= 0)
                    .isPresent()));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        ZoneId zone = options.zone() == null ? ZoneId.systemDefault() : options.zone();
        sink.note(ImportPhrase.PATHS.with(file.name(), zone.getId()));
        long number = 0;
        try (BufferedReader lines = file.open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        read(line, user, zone, sink);
                    }
                } catch (BadRowException e) {
                    sink.badRow(file.name(), number, e.reason());
                }
            }
        }
    }

    private static void read(String line, String user, ZoneId zone, RowSink sink) throws BadRowException {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new BadRowException(RowPhrase.PLAYBACK_LINE.with());
        }
        long seconds = Long.parseLong(row.group(1));
        long played = Long.parseLong(row.group(2));
        Integer length = Fields.duration(row.group(3), 1);
        ExternalSong song = song(row.group(4)).with(null, null, length);
        boolean isSkipped = length == null ? played < SpotifyImporter.HEARD_FROM_MS : 2 * played < length;
        if (seconds != 0) {
            long time = new Moment(seconds, Moment.LOCAL, false).epochSeconds(zone);
            sink.listen(
                    new ExternalListen(user, song, Fields.possible("time", row.group(1), time), 0, isSkipped, null));
        } else if (isSkipped) {
            sink.skipped(ScrobblerLogImporter.UNDATED_SKIP);
        } else {
            sink.interaction(user, song, 1);
        }
    }

    private static ExternalSong song(String path) throws BadRowException {
        String[] parts = path.strip().split("/+", -1);
        if (parts.length < 3) {
            throw new BadRowException(RowPhrase.PATH.with(Fields.shown(path)));
        }
        String name = SUFFIX.matcher(parts[parts.length - 1]).replaceFirst("");
        String title = NUMBER.matcher(name).replaceFirst("");
        String artist = parts.length > 3 || !parts[0].isEmpty() ? artist(parts) : parts[parts.length - 2];
        String album = artist.equals(parts[parts.length - 2]) ? null : parts[parts.length - 2];
        return Fields.song(artist, withoutArtist(title, artist), album);
    }

    private static String artist(String[] parts) {
        return parts[parts.length - 3];
    }

    private static @Nullable String withoutArtist(String title, String artist) {
        return title.startsWith(artist + " - ") ? title.substring(artist.length() + 3) : title;
    }
}
