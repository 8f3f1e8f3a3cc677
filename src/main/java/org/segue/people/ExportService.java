package org.segue.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;
import org.segue.listens.CountedPlays;
import org.segue.listens.Listen;
import org.segue.listens.ListenHistoryRepository;
import org.segue.listens.PlayCountRepository;
import org.segue.listens.ToldWords;
import org.segue.listens.ToldWordsRepository;
import org.segue.people.outcomes.ShownSong;
import org.segue.people.outcomes.ShownSongRepository;
import org.segue.storage.Database;

/**
 * Everything about a user as a zip in the shape of ListenBrainz's export, which other programs read too. What that shape has no
 * place for is in files of our own beside it:
 *
 * <pre>
 * user.json              user_id, username, segue_user: the public id; of one whom only a source knows, that source and id
 * listens/2024/3.jsonl   a listen a line
 * feedback.jsonl         love (1) and dislike (-1) of songs, a line each
 * counts.csv             plays that came counted: a table that can be imported by itself
 * ratings.csv            ratings, likewise
 * segue.jsonl            skips, all verdicts (bans and artists among them), and songs that were recommended, a line each
 * </pre>
 *
 * Behind them comes what else the caller has of the user. Files without a line are left out, but for user.json. Its methods block; memory does not grow with the listens.
 */
@Singleton
public class ExportService {

    private static final int PORTION = 1000;

    /** The file of what ListenBrainz has no place for. */
    private static final String REST = "segue.jsonl";

    private final Database database;
    private final Catalog catalog;
    private final HouseRepository house;
    private final RecordingRepository recordings;
    private final ListenHistoryRepository listens;
    private final ToldWordsRepository words;
    private final PlayCountRepository playCounts;
    private final FeedbackService feedback;
    private final ShownSongRepository shown;
    private final ObjectMapper json;

    ExportService(
            Database database,
            Catalog catalog,
            HouseRepository house,
            RecordingRepository recordings,
            ListenHistoryRepository listens,
            ToldWordsRepository words,
            PlayCountRepository playCounts,
            FeedbackService feedback,
            ShownSongRepository shown,
            ObjectMapper json) {
        this.database = database;
        this.catalog = catalog;
        this.house = house;
        this.recordings = recordings;
        this.listens = listens;
        this.words = words;
        this.playCounts = playCounts;
        this.feedback = feedback;
        this.shown = shown;
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
        try (ExportZip files = new ExportZip(out, json)) {
            files.open("user.json");
            files.line(ExportLines.user(user, house.knownOnlyAs(user.id()).orElse(null)));
            writeListens(user, files);
            List<StoredFeedback> stored = feedback.of(user.id());
            Map<Integer, Song> songsOfFeedback = songsOf(stored);
            writeScores(stored, songsOfFeedback, files);
            writeTables(user, files);
            writeSkips(user, files);
            writeVerdicts(stored, songsOfFeedback, files);
            writeShown(user, files);
            for (Attachment attachment : attachments) {
                files.open(attachment.name());
                files.text(attachment.text().get());
            }
        }
    }

    private interface ListenWriter {
        void write(Listen listen, Map<String, Object> track) throws IOException;
    }

    private void writeListens(User user, ExportZip files) throws IOException {
        eachListen(user, false, (listen, track) -> {
            YearMonth month =
                    YearMonth.from(Instant.ofEpochSecond(listen.listenedAt()).atOffset(ZoneOffset.UTC));
            files.open("listens/%d/%d.jsonl".formatted(month.getYear(), month.getMonthValue()));
            files.line(ExportLines.listen(listen, track));
        });
    }

    private void writeSkips(User user, ExportZip files) throws IOException {
        eachListen(user, true, (listen, track) -> {
            files.open(REST);
            files.line(ExportLines.skip(listen, track));
        });
    }

    private void eachListen(User user, boolean skipped, ListenWriter each) throws IOException {
        Listen last = new Listen(user.id(), Long.MIN_VALUE, 0);
        List<Listen> portion;
        do {
            portion = listens.oldest(last, skipped, PORTION);
            List<Integer> keys = portion.stream().map(Listen::songId).distinct().toList();
            Map<Integer, Song> found = catalog.songs(keys).join();
            Map<Integer, RecordingIds> ids = recordings.recordingIds(keys);
            Map<Integer, ToldWords> told = words.byKeys(
                    portion.stream().map(Listen::words).filter(key -> key != 0).collect(Collectors.toSet()));
            for (Listen listen : portion) {
                Song song = found.get(listen.songId());
                if (song != null) {
                    each.write(listen, track(song, ids.get(listen.songId()), told.get(listen.words())));
                }
                last = listen;
            }
        } while (portion.size() == PORTION);
    }

    private static Map<String, Object> track(Song song, @Nullable RecordingIds ids, @Nullable ToldWords told) {
        return told == null ? ExportLines.track(song, ids) : ExportLines.told(told, song, ids);
    }

    private void writeScores(List<StoredFeedback> stored, Map<Integer, Song> songsOfFeedback, ExportZip files)
            throws IOException {
        Map<Integer, RecordingIds> ids = recordings.recordingIds(songsOfFeedback.keySet());
        for (StoredFeedback one : stored) {
            Song song = songOf(one.feedback(), songsOfFeedback);
            if (song != null && one.feedback().verdict() != Verdict.BAN) {
                files.open("feedback.jsonl");
                files.line(ExportLines.score(one, song, ids.get(song.id())));
            }
        }
    }

    private void writeVerdicts(List<StoredFeedback> stored, Map<Integer, Song> songsOfFeedback, ExportZip files)
            throws IOException {
        for (StoredFeedback one : stored) {
            files.open(REST);
            files.line(ExportLines.verdict(one, songOf(one.feedback(), songsOfFeedback)));
        }
    }

    private void writeShown(User user, ExportZip files) throws IOException {
        List<ShownSong> all = shown.of(user.id(), Instant.EPOCH);
        Map<Integer, Song> songs =
                catalog.songs(all.stream().map(ShownSong::songId).toList()).join();
        for (ShownSong one : all) {
            Song song = songs.get(one.songId());
            if (song != null) {
                files.open(REST);
                files.line(ExportLines.shown(one, song));
            }
        }
    }

    private void writeTables(User user, ExportZip files) throws IOException {
        List<CountedPlays> counts = database.read(connection -> playCounts.of(connection, user.id()));
        Map<Integer, Song> counted = catalog.songs(
                        counts.stream().map(CountedPlays::songId).toList())
                .join();
        ExportTables tables = new ExportTables(files, user, counted);
        tables.write("counts.csv", "plays", counts, CountedPlays::plays);
        tables.write("ratings.csv", "rating", counts, CountedPlays::rating);
    }

    private Map<Integer, Song> songsOf(List<StoredFeedback> stored) {
        return catalog.songs(stored.stream()
                        .filter(one -> one.feedback().subject() == Subject.SONG)
                        .map(one -> one.feedback().key())
                        .toList())
                .join();
    }

    private static @Nullable Song songOf(Feedback feedback, Map<Integer, Song> songs) {
        return feedback.subject() == Subject.SONG ? songs.get(feedback.key()) : null;
    }
}
