package org.segue.imports.formats;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportOptions;
import org.segue.imports.formats.ExternalFeedback.Target;

/**
 * {@code segue.jsonl} of Segue's own export: what the shape of a ListenBrainz export has no place for. Each line says in {@code
 * segue} what it is, a {@code skip} or a {@code verdict}; what was recommended there, {@code shown} or {@code next}, is not taken in.
 */
final class SegueImporter implements HistoryImporter {

    private static final String KIND = "segue";

    private static final Format FORMAT = new Format(
            ListenBrainzImporter.NAME,
            ListenBrainzLine.LISTENBRAINZ,
            Signature.json(KIND)
                    .and(Signature.json("listened_at")
                            .or(Signature.json("verdict", "judged_at"))
                            .or(Signature.json("shown_at"))));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        JsonEntries.readLines(file, sink, line -> {
            switch (line.text(KIND) == null ? "" : line.text(KIND)) {
                case "skip" -> sink.listen(skip(line, user));
                case "verdict" -> sink.feedback(verdict(line, user));
                case "shown", "next" -> {} // what Segue there has shown says nothing of here
                default -> throw new BadRowException(RowPhrase.SEGUE_KIND.with());
            }
        });
    }

    private static ExternalListen skip(JsonEntry line, String user) throws BadRowException {
        long time = Fields.time("listened_at", line.text("listened_at"));
        return new ExternalListen(user, ListenBrainzLine.song(line), time, 0, true, ListenBrainzLine.msid(line))
                .saying(ListenBrainzLine.info(line));
    }

    private static ExternalFeedback verdict(JsonEntry line, String user) throws BadRowException {
        String artist = Fields.text(line.text("artist_name"));
        Target target = artist == null ? Target.song(ListenBrainzLine.song(line)) : Target.artist(artist);
        Verdict verdict = verdict(line.text("verdict"));
        return new ExternalFeedback(
                user,
                target,
                verdict,
                Fields.time("judged_at", line.text("judged_at")),
                verdict == Verdict.BAN ? until(line.text("until")) : null);
    }

    private static Verdict verdict(@Nullable String word) throws BadRowException {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        throw new BadRowException(RowPhrase.SEGUE_FEEDBACK.with());
    }

    // Unlike the time of a listen it may lie in the future.
    private static @Nullable Long until(@Nullable String field) throws BadRowException {
        try {
            return field == null ? null : Long.valueOf(field);
        } catch (NumberFormatException e) {
            throw new BadRowException(RowPhrase.UNTIL.with());
        }
    }
}
