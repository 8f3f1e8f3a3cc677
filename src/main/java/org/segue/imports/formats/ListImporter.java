package org.segue.imports.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;

/**
 * JSPF, a list of songs a file: {@code {playlist: {title, date, identifier, track: [{title, creator, album, duration,
 * identifier}]}}}. Segue's own export has one for each list that the user keeps, and ListenBrainz speaks it. A list is known
 * again by the UUID that ends its identifier, or, without one, by all that it says.
 */
final class ListImporter implements HistoryImporter {

    static final String EMPTY = SkipPhrase.EMPTY_LIST.english();

    /** Ten times as long as a list that Segue makes can be. */
    static final int MAX_SONGS = 10_000;

    private static final String HEX_DIGITS = "0123456789abcdefABCDEF";
    private static final int UUID_LENGTH = 36;

    private static final Format FORMAT =
            new Format("jspf", ListenBrainzLine.LISTENBRAINZ, Signature.json("playlist", "track", "title"));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        Map<String, String> said = new HashMap<>();
        List<ExternalSong> songs = new ArrayList<>();
        JsonEntries.read(file, sink, Set.of("track"), said::putIfAbsent, track -> {
            if (songs.size() == MAX_SONGS) {
                throw new BadRowException(RowPhrase.LONG_LIST.with(MAX_SONGS));
            }
            songs.add(song(track));
        });
        if (songs.isEmpty()) {
            sink.skipped(EMPTY);
            return;
        }
        try {
            sink.list(list(user, said, songs));
        } catch (BadRowException e) {
            sink.badRow(file.name(), 1, e.reason());
        }
    }

    private static ExternalList list(String user, Map<String, String> said, List<ExternalSong> songs)
            throws BadRowException {
        String title = Fields.text(said.get("title"));
        if (title == null) {
            throw new BadRowException(RowPhrase.UNTITLED_LIST.with());
        }
        String date = Fields.text(said.get("date"));
        // Other programs' lists need not have one. The id must not depend on when the list is imported.
        long told = date == null ? 0 : Fields.time("date", date);
        long createdAt = date == null ? Instant.now().getEpochSecond() : told;
        return new ExternalList(user, id(said, title, told, songs), title, createdAt, songs);
    }

    // An address may go on behind the id, with a slash for instance.
    private static @Nullable String uuidAtEnd(String address) {
        int end = address.length();
        while (end > 0 && HEX_DIGITS.indexOf(address.charAt(end - 1)) < 0) {
            end--;
        }
        return RecordingIds.mbid(address.substring(Math.max(0, end - UUID_LENGTH), end));
    }

    private static String id(Map<String, String> said, String title, long told, List<ExternalSong> songs) {
        String uuid = uuidAtEnd(said.getOrDefault("identifier", ""));
        if (uuid != null) {
            return uuid;
        }
        String all = songs.stream().map(ExternalSong::identity).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes("%s\n%d\n%s".formatted(title, told, all).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static ExternalSong song(JsonEntry track) throws BadRowException {
        return Fields.song(track.text("creator"), track.text("title"), track.text("album"))
                .with(mbid(track), null, Fields.duration(track.text("duration"), 1));
    }

    private static @Nullable String mbid(JsonEntry track) {
        for (String identifier : track.texts("identifier")) {
            String uuid = uuidAtEnd(identifier);
            if (identifier.contains("musicbrainz.org/recording/") && uuid != null) {
                return uuid;
            }
        }
        return null;
    }
}
