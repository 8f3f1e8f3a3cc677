package org.segue.imports.formats;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;
import org.segue.imports.formats.ExternalFeedback.Target;

/**
 * {@code feedback.jsonl} of a ListenBrainz export: {@code recording_msid, recording_mbid, score, created}, a verdict a line.
 * 1 is love, -1 dislike, 0 takes back what was said before. The API's answers, {@code {"feedback": […]}}, are read as well; with
 * their metadata they say themselves which song is meant.
 */
final class ListenBrainzFeedbackImporter implements HistoryImporter {

    private static final String TAKEN_BACK = SkipPhrase.FEEDBACK_REMOVED.english();

    private static final Format FORMAT = new Format(
            ListenBrainzImporter.NAME,
            ListenBrainzLine.LISTENBRAINZ,
            Signature.json("score").and(Signature.json("recording_mbid").or(Signature.json("recording_msid"))));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        JsonEntries.readAnywhere(file, sink, ListenBrainzLine.HOLDERS, line -> {
            Verdict verdict = verdict(line.text("score"));
            if (verdict == null) {
                sink.skipped(TAKEN_BACK);
            } else {
                sink.feedback(feedback(line, ListenBrainzLine.user(line, "user_id", file, options), verdict));
            }
        });
    }

    private static ExternalFeedback feedback(JsonEntry line, String user, Verdict verdict) throws BadRowException {
        String mbid = RecordingIds.mbid(line.text("recording_mbid"));
        String msid = ListenBrainzLine.msid(line);
        if (mbid == null && msid == null) {
            throw new BadRowException(RowPhrase.RECORDING_ID.with());
        }
        boolean isNamed = line.object("track_metadata").has("track_name");
        Target target = isNamed ? Target.song(ListenBrainzLine.song(line)) : Target.byId(mbid, msid);
        return new ExternalFeedback(user, target, verdict, Fields.time("created", line.text("created")), null);
    }

    private static @Nullable Verdict verdict(@Nullable String score) throws BadRowException {
        return switch (score == null ? "" : score) {
            case "1" -> Verdict.LOVE;
            case "-1" -> Verdict.DISLIKE;
            case "0" -> null;
            default -> throw new BadRowException(RowPhrase.SCORE.with());
        };
    }
}
