package org.segue.imports.formats;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.imports.formats.ExternalFeedback.Target;
import org.segue.storage.UploadedDatabase;

/**
 * {@code navidrome.db}, Navidrome's database. {@code scrobbles}, since 0.59, are listens; {@code annotation} counts all plays of a
 * song: those that no scrobble tells of have no date. Starred songs are loved. Each row names its user.
 */
final class NavidromeImporter implements HistoryImporter {

    private static final String SCROBBLES = "scrobbles";
    private static final String SONGS = "media_file";
    private static final String ANNOTATIONS = "annotation";
    private static final String USERS = "user";

    private static final Format FORMAT =
            new Format("navidrome", "navidrome", Signature.tables(SONGS, ANNOTATIONS, USERS));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        file.readDatabase(database -> {
            if (database.isWriteAhead()) {
                sink.note(ImportPhrase.WAL_MISSING.with(file.name(), file.name()));
            }
            NavidromeRows rows = new NavidromeRows(file, database, sink);
            if (database.tables().contains(SCROBBLES)) {
                rows.scrobbles();
            }
            rows.annotations();
        });
        sink.note(ImportPhrase.STARS_LEFT_OUT.with(file.name()));
    }

    /** The reading of one database. For one thread. */
    private static final class NavidromeRows {

        private final HistoryFile file;
        private final UploadedDatabase database;
        private final RowSink sink;
        private final String song;
        private long row;

        NavidromeRows(HistoryFile file, UploadedDatabase database, RowSink sink) {
            this.file = file;
            this.database = database;
            this.sink = sink;
            Set<String> columns = database.columns(SONGS);
            song = String.join(
                    ", ",
                    column(columns, "m", "title"),
                    column(columns, "m", "artist"),
                    column(columns, "m", "album"),
                    column(columns, "m", "duration"),
                    column(columns, "m", "mbz_recording_id", "mbz_track_id"),
                    column(columns, "m", "album_artist"),
                    column(columns, "m", "track_number"),
                    column(columns, "m", "mbz_album_id"));
        }

        void scrobbles() {
            Set<String> columns = database.columns(SCROBBLES);
            read(
                    SCROBBLES,
                    Set.of(SCROBBLES, SONGS, USERS),
                    "SELECT %s, %s, %s FROM scrobbles s LEFT JOIN media_file m ON m.id = s.media_file_id LEFT JOIN user u ON u.id = s.user_id"
                            .formatted(user(), column(columns, "s", "submission_time"), song),
                    values -> sink.listen(ExternalListen.heard(
                                    Fields.id("user", values.get(0)),
                                    song(values, 2),
                                    Fields.time("submission_time", values.get(1)))
                            .saying(info(values, 2))));
        }

        void annotations() {
            boolean hasScrobbles = database.tables().contains(SCROBBLES);
            Set<String> columns = database.columns(ANNOTATIONS);
            String told = hasScrobbles
                    ? " LEFT JOIN (SELECT media_file_id, user_id, count(*) AS plays FROM scrobbles GROUP BY 1, 2) c ON c.media_file_id = a.item_id AND c.user_id = a.user_id"
                    : " LEFT JOIN (SELECT 0 AS plays) c";
            read(
                    ANNOTATIONS,
                    hasScrobbles ? Set.of(SCROBBLES, SONGS, USERS, ANNOTATIONS) : Set.of(SONGS, USERS, ANNOTATIONS),
                    "SELECT %s, %s, ifnull(c.plays, 0), %s, %s, %s FROM annotation a CROSS JOIN media_file m ON m.id = a.item_id LEFT JOIN user u ON u.id = a.user_id%s WHERE a.item_type = 'media_file' AND (a.play_count > 0 OR a.starred)"
                            .formatted(
                                    user(),
                                    column(columns, "a", "play_count"),
                                    column(columns, "a", "starred"),
                                    column(columns, "a", "starred_at", "play_date"),
                                    song,
                                    told),
                    this::annotation);
        }

        private String user() {
            return column(database.columns(USERS), "u", "user_name", "name");
        }

        // What an older version calls otherwise, or does not have.
        private static String column(Set<String> columns, String table, String... names) {
            return Arrays.stream(names)
                    .filter(columns::contains)
                    .findFirst()
                    .map(name -> UploadedDatabase.value(table + '.' + name))
                    .orElse("NULL");
        }

        private void annotation(List<@Nullable String> values) throws BadRowException {
            String user = Fields.id("user", values.get(0));
            ExternalSong named = song(values, 5);
            double undated = number(values.get(1)) - number(values.get(2));
            if (undated > 0) {
                sink.interaction(user, named, Fields.plays("play_count", String.valueOf(values.get(1)), undated));
            }
            if (number(values.get(3)) > 0) {
                long time = Fields.time("starred_at", values.get(4));
                sink.feedback(new ExternalFeedback(user, Target.song(named), Verdict.LOVE, time, null));
            }
        }

        private static double number(@Nullable String field) throws BadRowException {
            Double number = field == null ? Double.valueOf(0) : Numbers.read(field, true, false);
            if (number == null) {
                throw new BadRowException(RowPhrase.NO_NUMBER.with(Fields.shown(String.valueOf(field))));
            }
            return number;
        }

        private static ExternalSong song(List<@Nullable String> values, int from) throws BadRowException {
            String artist = values.get(from + 1);
            if (values.get(from) == null && artist == null) {
                throw new BadRowException(RowPhrase.SONG_GONE.with());
            }
            return Fields.song(Fields.credit(artists(artist)), values.get(from), values.get(from + 2))
                    .with(RecordingIds.mbid(values.get(from + 4)), null, Fields.duration(values.get(from + 3), 1000));
        }

        private static List<String> artists(@Nullable String names) {
            return names == null ? List.of() : Arrays.asList(names.split(" • ", -1));
        }

        private static @Nullable String info(List<@Nullable String> values, int from) throws BadRowException {
            ExternalSong song = song(values, from);
            String ofAlbum = values.get(from + 5);
            String number = values.get(from + 6);
            return PlayInfo.of(song)
                    .names("artist_names", artists(values.get(from + 1)))
                    .text("release_artist_name", Objects.equals(ofAlbum, song.artist()) ? null : ofAlbum)
                    .text("tracknumber", "0".equals(number) ? null : number)
                    .text("release_mbid", RecordingIds.mbid(values.get(from + 7)))
                    .told();
        }

        /** What is done with a row. */
        @FunctionalInterface
        private interface ValueReader {
            void read(List<@Nullable String> values) throws BadRowException;
        }

        private void read(String table, Set<String> tables, String query, ValueReader reader) {
            row = 0;
            database.read(new TreeSet<>(tables), query, values -> {
                row++;
                try {
                    reader.read(values);
                } catch (BadRowException e) {
                    sink.badRow(file.name() + ", table " + table, row, e.reason());
                }
            });
        }
    }
}
