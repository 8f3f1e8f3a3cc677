package org.segue.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.Recording;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingKey;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.catalog.User;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;
import org.segue.listens.CountedPlays;
import org.segue.listens.Listen;
import org.segue.listens.ListenHistoryRepository;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;

/**
 * Everything about a user as a zip in the shape of ListenBrainz's export, which other programs read too. What that shape has no
 * place for is in files of our own beside it:
 *
 * <pre>
 * user.json              user_id, username, segue_user: the public id
 * listens/2024/3.jsonl   a listen a line
 * feedback.jsonl         love (1) and dislike (-1) of songs, a line each
 * counts.csv             plays that came counted: a table that can be imported by itself
 * ratings.csv            ratings, likewise
 * segue.jsonl            skips, and all verdicts (bans and artists among them), a line each
 * </pre>
 *
 * Behind them comes what else the caller has of the user. Files without a line are left out, but for user.json. Its methods block; memory does not grow with the listens.
 */
@Singleton
public class ExportService {

    private static final int PORTION = 1000;

    private final Database database;
    private final Catalog catalog;
    private final SongRepository songs;
    private final ListenHistoryRepository listens;
    private final PlayCountRepository playCounts;
    private final FeedbackService feedback;
    private final ObjectMapper json;

    ExportService(
            Database database,
            Catalog catalog,
            SongRepository songs,
            ListenHistoryRepository listens,
            PlayCountRepository playCounts,
            FeedbackService feedback,
            ObjectMapper json) {
        this.database = database;
        this.catalog = catalog;
        this.songs = songs;
        this.listens = listens;
        this.playCounts = playCounts;
        this.feedback = feedback;
        this.json = json;
    }

    /**
     * A further file of the zip.
     *
     * @param name its path in it
     * @param text asked for when it is its turn
     */
    public record Attachment(String name, Supplier<String> text) {}

    /**
     * Writes the zip.
     *
     * @param attachments files that come last
     * @throws IOException if whoever takes it goes away
     */
    public void write(User user, List<Attachment> attachments, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            Zip files = new Zip(zip);
            files.open("user.json");
            files.line(line("user_id", user.id(), "username", user.name(), "segue_user", user.publicId()));
            writeListens(user, files);
            List<StoredFeedback> said = feedback.of(user.id());
            writeFeedback(said, files);
            writeCounts(user, files);
            writeRest(user, said, files);
            for (Attachment attachment : attachments) {
                files.open(attachment.name());
                files.text(attachment.text().get());
            }
            files.end();
        }
    }

    /** The files of the zip, one after the other. */
    private final class Zip {
        private final ZipOutputStream zip;
        private String current = "";

        Zip(ZipOutputStream zip) {
            this.zip = zip;
        }

        /** Goes on with a file; begins it if it is another than before. */
        void open(String name) throws IOException {
            if (!name.equals(current)) {
                end();
                zip.putNextEntry(new ZipEntry(name));
                current = name;
            }
        }

        void line(Map<String, ?> values) throws IOException {
            text(json.writeValueAsString(values));
        }

        void text(String line) throws IOException {
            zip.write(line.getBytes(StandardCharsets.UTF_8));
            zip.write('\n');
        }

        void end() throws IOException {
            if (!current.isEmpty()) {
                zip.closeEntry();
            }
            current = "";
        }
    }

    private interface ListenLine {
        void write(Listen listen, Map<String, Object> track) throws IOException;
    }

    private void writeListens(User user, Zip files) throws IOException {
        eachListen(user, false, (listen, track) -> {
            YearMonth month =
                    YearMonth.from(Instant.ofEpochSecond(listen.listenedAt()).atOffset(ZoneOffset.UTC));
            files.open("listens/%d/%d.jsonl".formatted(month.getYear(), month.getMonthValue()));
            files.line(line("listened_at", listen.listenedAt(), "track_metadata", track));
        });
    }

    private void eachListen(User user, boolean skipped, ListenLine each) throws IOException {
        Listen last = new Listen(user.id(), Long.MIN_VALUE, 0);
        List<Listen> portion;
        do {
            portion = listens.oldest(last, skipped, PORTION);
            List<Integer> keys = portion.stream().map(Listen::songId).distinct().toList();
            Map<Integer, Song> words = catalog.songs(keys).join();
            Map<Integer, RecordingIds> ids = songs.recordingIds(keys);
            for (Listen listen : portion) {
                Song song = words.get(listen.songId());
                if (song != null) {
                    each.write(listen, track(song, ids.get(listen.songId())));
                }
                last = listen;
            }
        } while (portion.size() == PORTION);
    }

    private void writeFeedback(List<StoredFeedback> said, Zip files) throws IOException {
        Map<Integer, Song> words = songsOf(said);
        Map<Integer, RecordingIds> ids = songs.recordingIds(words.keySet());
        for (StoredFeedback one : said) {
            Song song = one.feedback().subject() == Subject.SONG
                    ? words.get(one.feedback().key())
                    : null;
            if (song != null && one.feedback().verdict() != Verdict.BAN) {
                files.open("feedback.jsonl");
                RecordingIds known = ids.get(song.id());
                files.line(line(
                        "recording_msid",
                        Recording.msid(RecordingKey.of(song.artist(), song.title())),
                        "recording_mbid",
                        known == null ? null : known.mbid(),
                        "score",
                        one.feedback().verdict() == Verdict.LOVE ? 1 : -1,
                        "created",
                        one.judgedAt().getEpochSecond()));
            }
        }
    }

    private void writeCounts(User user, Zip files) throws IOException {
        List<CountedPlays> counts = database.read(connection -> playCounts.of(connection, user.id()));
        Map<Integer, Song> words = catalog.songs(
                        counts.stream().map(CountedPlays::songId).toList())
                .join();
        writeTable("counts.csv", "plays", user, words, counts, CountedPlays::plays, files);
        writeTable("ratings.csv", "rating", user, words, counts, CountedPlays::rating, files);
    }

    private interface Value {
        @Nullable
        Double of(CountedPlays counted);
    }

    private static void writeTable(
            String name,
            String column,
            User user,
            Map<Integer, Song> words,
            List<CountedPlays> counts,
            Value value,
            Zip files)
            throws IOException {
        for (CountedPlays counted : counts) {
            Double cell = value.of(counted);
            Song song = words.get(counted.songId());
            if (cell != null && song != null) {
                if (!files.current.equals(name)) {
                    files.open(name);
                    files.text("user,song_id,title,artist,album," + column);
                }
                boolean described = !song.title().equals(song.publicId());
                files.text(String.join(
                        ",",
                        quoted(user.name()),
                        quoted(song.publicId()),
                        quoted(described ? song.title() : null),
                        quoted(song.artist()),
                        quoted(song.album()),
                        number(cell)));
            }
        }
    }

    private void writeRest(User user, List<StoredFeedback> said, Zip files) throws IOException {
        eachListen(user, true, (listen, track) -> {
            files.open("segue.jsonl");
            files.line(line("segue", "skip", "listened_at", listen.listenedAt(), "track_metadata", track));
        });
        Map<Integer, Song> words = songsOf(said);
        for (StoredFeedback one : said) {
            Song song = words.get(one.feedback().key());
            Instant until = one.feedback().until();
            boolean isSong = one.feedback().subject() == Subject.SONG;
            files.open("segue.jsonl");
            files.line(line(
                    "segue",
                    "verdict",
                    "verdict",
                    one.feedback().verdict().word(),
                    "until",
                    until == null ? null : until.getEpochSecond(),
                    "judged_at",
                    one.judgedAt().getEpochSecond(),
                    "artist_name",
                    isSong ? null : one.name(),
                    "track_metadata",
                    isSong && song != null ? track(song, null) : null));
        }
    }

    private Map<Integer, Song> songsOf(List<StoredFeedback> said) {
        return catalog.songs(said.stream()
                        .filter(one -> one.feedback().subject() == Subject.SONG)
                        .map(one -> one.feedback().key())
                        .toList())
                .join();
    }

    private static Map<String, Object> track(Song song, @Nullable RecordingIds ids) {
        return line(
                "artist_name",
                song.artist(),
                "track_name",
                song.title(),
                "release_name",
                song.album(),
                "additional_info",
                line(
                        "recording_msid",
                        Recording.msid(RecordingKey.of(song.artist(), song.title())),
                        "recording_mbid",
                        ids == null ? null : ids.mbid(),
                        "isrc",
                        ids == null ? null : ids.isrc(),
                        "segue_song",
                        song.publicId()));
    }

    /** Keys and values in turn; what is null is left out. */
    private static Map<String, Object> line(@Nullable Object... keysAndValues) {
        Map<String, Object> line = new LinkedHashMap<>();
        for (int k = 0; k < keysAndValues.length; k += 2) {
            Object value = keysAndValues[k + 1];
            if (value != null) {
                line.put(String.valueOf(keysAndValues[k]), value);
            }
        }
        return line;
    }

    private static String quoted(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
