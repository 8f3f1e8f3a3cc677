package org.segue.imports.formats;

import java.io.IOException;
import org.segue.imports.ImportOptions;
import org.segue.imports.SkipPhrase;

/**
 * What Google's Takeout makes of the history of {@link YouTubeMusicImporter} unless it is asked for JSON: a page to look at, in the
 * words and dates of a language. It is known, so that people are told what to ask for.
 */
final class TakeoutPageImporter implements HistoryImporter {

    static final String PAGE = SkipPhrase.TAKEOUT_PAGE.english();

    private static final Format FORMAT = new Format(
            "youtube-music",
            "youtube-music",
            Signature.start(head -> head.firstLine().startsWith("<")
                    && head.lines().stream().anyMatch(line -> line.contains("outer-cell mdl-cell"))));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        sink.skipped(PAGE);
    }
}
