package org.segue.imports.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.SpotifyTrackRepository;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.imports.formats.ExternalFeedback.Target;

/**
 * A playlist of Spotify's as Exportify writes it: {@code Track URI, Track Name, Artist Name(s), Album Name, …, Added At}. It says
 * what somebody has put together, not what was heard: a list that the listener keeps, of the name of the file. The songs of {@code
 * liked_songs.csv} are loved, each since it was added.
 */
final class ExportifyImporter implements HistoryImporter {

    private static final Pattern LIKED = Pattern.compile("liked([ _-]songs)?( ?\\(\\d+\\))?");
    private static final Pattern NAME = Pattern.compile("(?<name>[^/\\\\]{1,200}?)(?:\\.csv)?(?:\\.gz|\\.zst)?$");

    private static final Format FORMAT = new Format(
            "exportify",
            SpotifyImporter.SPOTIFY,
            NamedColumns.signature("track name", "artist name(s)", "added at")
                    .and(NamedColumns.signature("track uri")
                            .or(NamedColumns.signature("spotify uri"))
                            .or(NamedColumns.signature("spotify id"))));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        String title = title(file.name());
        Playlist playlist = new Playlist();
        boolean isLiked = LIKED.matcher(title.toLowerCase(Locale.ROOT)).matches();
        NamedColumns.read(file, sink, (columns, row) -> {
            ExternalSong song = Fields.song(
                            columns.field(row, "artist name(s)"),
                            columns.field(row, "track name"),
                            columns.field(row, "album name"))
                    .with(
                            null,
                            RecordingIds.isrc(columns.field(row, "isrc")),
                            Fields.duration(
                                    columns.field(row, "track duration (ms)", "duration (ms)", "track duration"), 1));
            String added = columns.field(row, "added at");
            String uri = SpotifyTrackRepository.uri(columns.field(row, "track uri", "spotify uri", "spotify id"));
            if (isLiked) {
                long time = Fields.time("Added At", added);
                sink.feedback(new ExternalFeedback(user, Target.song(song), Verdict.LOVE, time, null));
            } else {
                playlist.add(song, added, uri);
            }
            if (isLiked && uri != null) {
                sink.track(song, uri);
            }
        });
        if (!isLiked) {
            playlist.end(user, title, sink);
        }
        sink.note(
                isLiked
                        ? ImportPhrase.LIKED_SONGS.with(file.name())
                        : ImportPhrase.PLAYLIST_SONGS.with(file.name(), title));
    }

    // A file of an archive is called "archive.zip: folder/name.csv".
    private static String title(String file) {
        String member = file.substring(file.lastIndexOf(": ") < 0 ? 0 : file.lastIndexOf(": ") + 2);
        var matcher = NAME.matcher(member.substring(Math.max(member.lastIndexOf('/'), member.lastIndexOf('\\')) + 1));
        String name =
                matcher.matches() ? matcher.group("name").replace('_', ' ').strip() : "";
        return name.isEmpty() || name.equals("file") ? "Spotify playlist" : name;
    }

    /** The songs of the list, in their order. For one thread. */
    private static final class Playlist {

        private final List<ExternalSong> songs = new ArrayList<>();
        private final Map<String, ExternalSong> tracks = new LinkedHashMap<>();
        private long madeAt = Instant.now().getEpochSecond();

        void add(ExternalSong song, @Nullable String added, @Nullable String uri) throws BadRowException {
            if (songs.size() == ListImporter.MAX_SONGS) {
                throw new BadRowException(RowPhrase.LONG_LIST.with(ListImporter.MAX_SONGS));
            }
            songs.add(song);
            if (uri != null) {
                tracks.putIfAbsent(uri, song);
            }
            Moment moment = added == null ? null : DateText.read(added, null);
            if (moment != null && moment.seconds() > 0) {
                madeAt = Math.min(madeAt, moment.epochSeconds(java.time.ZoneOffset.UTC));
            }
        }

        // The same list is known again when it comes with other songs.
        void end(String user, String title, RowSink sink) {
            if (songs.isEmpty()) {
                sink.skipped(ListImporter.EMPTY);
                return;
            }
            String id = UUID.nameUUIDFromBytes(
                            "exportify\n%s\n%s".formatted(user, title).getBytes(StandardCharsets.UTF_8))
                    .toString();
            sink.list(new ExternalList(user, id, title, madeAt, songs));
            tracks.forEach((uri, song) -> sink.track(song, uri));
        }
    }
}
