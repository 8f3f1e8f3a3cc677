package org.segue.imports.formats;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.imports.SkipPhrase;

/**
 * Plays as Jellyfin's plugin Playback Reporting writes them: the song as "Artist - Title (Album)", the time that the server's clock
 * showed, the seconds heard. Times are of the zone that the request names, else of that in which Segue runs. For one thread.
 */
final class JellyfinPlays {

    /** What Jellyfin's files are called as a source. */
    static final String JELLYFIN = "jellyfin";

    static final String NO_SONG = SkipPhrase.FILM.english();

    private static final String DASH = " - ";

    /** What the plugin writes where a file has no tag. */
    private static final String UNKNOWN = "Not Known";

    private final ZoneId zone;
    private final RowSink sink;

    JellyfinPlays(HistoryFile file, ImportOptions options, RowSink sink) {
        ZoneId said = options.zone();
        this.zone = said == null ? ZoneId.systemDefault() : said;
        this.sink = sink;
        sink.note(ImportPhrase.LISTENERS_BY_NUMBER.with(file.name()));
        if (said == null) {
            sink.note(ImportPhrase.SERVER_CLOCK.with(file.name(), zone.getId()));
        }
    }

    /** Takes a play: date, user, type, name and duration. */
    void read(List<@Nullable String> values) throws BadRowException {
        if (!"Audio".equals(values.get(2))) {
            sink.skipped(NO_SONG);
            return;
        }
        String played = values.get(4);
        boolean isSkipped =
                played != null && Fields.playedSeconds("PlayDuration", played) < SpotifyImporter.HEARD_FROM_MS;
        sink.listen(new ExternalListen(
                Fields.id("UserId", values.get(1)), song(values.get(3)), time(values.get(0)), 0, isSkipped, null));
    }

    private long time(@Nullable String field) throws BadRowException {
        Moment moment = field == null ? null : DateText.read(field, null);
        if (field == null || moment == null) {
            throw new BadRowException(
                    RowPhrase.DATE_CREATED.with(field == null ? RowPhrase.NOTHING.with() : Fields.shown(field)));
        }
        return Fields.possible("DateCreated", field, moment.epochSeconds(zone));
    }

    private static ExternalSong song(@Nullable String field) throws BadRowException {
        String name = Fields.text(field);
        int dash = name == null ? -1 : name.indexOf(DASH);
        if (name == null || dash <= 0 || name.startsWith(UNKNOWN + DASH)) {
            throw new BadRowException(
                    RowPhrase.ITEM_NAME.with(name == null ? RowPhrase.NOTHING.with() : Fields.shown(name)));
        }
        int bracket = openingOfLast(name);
        String album = bracket <= dash ? null : name.substring(bracket + 1, name.length() - 1);
        String title = name.substring(dash + DASH.length(), bracket <= dash ? name.length() : bracket);
        return Fields.song(name.substring(0, dash), title, UNKNOWN.equals(album) ? null : album);
    }

    // An album may have brackets of its own.
    private static int openingOfLast(String name) {
        int open = 0;
        for (int i = name.endsWith(")") ? name.length() - 1 : -1; i >= 0; i--) {
            open += name.charAt(i) == ')' ? 1 : name.charAt(i) == '(' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return -1;
    }
}
