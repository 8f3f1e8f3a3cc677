package org.segue.people;

import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.NameText;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingKey;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.catalog.UserAlias;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;
import org.segue.listens.Listen;
import org.segue.listens.ToldWords;
import org.segue.people.outcomes.ShownSong;

/** The lines of an export's JSON files. What is unknown is left out of a line. */
final class ExportLines {

    private ExportLines() {}

    /** Whose it all is; {@code ofSource} is null for a person of the house. */
    static Map<String, Object> user(User user, @Nullable UserAlias ofSource) {
        return line(
                "user_id",
                user.id(),
                "username",
                user.name(),
                "segue_user",
                user.publicId(),
                "segue_source",
                ofSource == null ? null : ofSource.source(),
                "segue_source_id",
                ofSource == null ? null : ofSource.id());
    }

    static Map<String, Object> listen(Listen listen, Map<String, Object> track) {
        return line("listened_at", listen.listenedAt(), "track_metadata", track);
    }

    static Map<String, Object> skip(Listen listen, Map<String, Object> track) {
        return line("segue", "skip", "listened_at", listen.listenedAt(), "track_metadata", track);
    }

    /**
     * What was played, as it was told; what is known of the song besides is added.
     *
     * @param words how it was told; what was told beside the names is written as it is
     */
    static Map<String, Object> told(ToldWords words, Song song, @Nullable RecordingIds ids) {
        String ours = "\"recording_msid\":%s,\"segue_song\":%s}"
                .formatted(
                        TextNode.valueOf(RecordingKey.msid(words.artist(), words.title())),
                        TextNode.valueOf(song.publicId()));
        String info = words.info().substring(0, words.info().length() - 1);
        return line(
                "artist_name",
                words.artist(),
                "track_name",
                words.title(),
                "release_name",
                words.album(),
                "additional_info",
                new RawValue(words.info().equals(ToldWords.NO_INFO) ? info + ours : info + "," + ours),
                "mbid_mapping",
                ids == null || ids.mbid() == null ? null : Map.of("recording_mbid", ids.mbid()));
    }

    /** Love or dislike of a song, as ListenBrainz writes it. */
    static Map<String, Object> score(StoredFeedback stored, Song song, @Nullable RecordingIds ids) {
        return line(
                "recording_msid",
                msid(song),
                "recording_mbid",
                ids == null ? null : ids.mbid(),
                "score",
                stored.feedback().verdict() == Verdict.LOVE ? 1 : -1,
                "created",
                stored.judgedAt().getEpochSecond());
    }

    /** Any feedback; {@code song} is null for an artist's. */
    static Map<String, Object> verdict(StoredFeedback stored, @Nullable Song song) {
        Instant until = stored.feedback().until();
        return line(
                "segue",
                "verdict",
                "verdict",
                stored.feedback().verdict().word(),
                "until",
                until == null ? null : until.getEpochSecond(),
                "judged_at",
                stored.judgedAt().getEpochSecond(),
                "artist_name",
                stored.feedback().subject() == Subject.ARTIST ? stored.name() : null,
                "track_metadata",
                song == null ? null : track(song, null));
    }

    /** A song that was recommended, or was among the next ranks. */
    static Map<String, Object> shown(ShownSong shown, Song song) {
        return line(
                "segue",
                shown.shown() ? "shown" : "next",
                "shown_at",
                shown.at(),
                "rank",
                shown.rank(),
                "track_metadata",
                track(song, null));
    }

    /** What was played, as the song is called. */
    static Map<String, Object> track(Song song, @Nullable RecordingIds ids) {
        return line(
                "artist_name",
                NameText.cleaned(song.artist()),
                "track_name",
                NameText.cleaned(song.title()),
                "release_name",
                song.album() == null ? null : NameText.cleaned(song.album()),
                "additional_info",
                line(
                        "recording_msid",
                        msid(song),
                        "recording_mbid",
                        ids == null ? null : ids.mbid(),
                        "isrc",
                        ids == null ? null : ids.isrc(),
                        "duration_ms",
                        ids == null ? null : ids.durationMs(),
                        "segue_song",
                        song.publicId()));
    }

    private static String msid(Song song) {
        return RecordingKey.msid(song.artist(), song.title());
    }

    /** Keys and values in turn. */
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
}
