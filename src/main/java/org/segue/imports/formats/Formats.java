package org.segue.imports.formats;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.imports.ReadTable;

/** The formats that are read, and which of them a file is of. */
public final class Formats {

    /** Special ones first: HetRec's table would pass for a table of any kind. */
    private static final List<HistoryImporter> ALL = List.of(
            new HetRecImporter(),
            new HetRecArtistsImporter(),
            new TasteProfileImporter(),
            new TasteProfileTracksImporter(),
            new LastFmThousandImporter(),
            new LastFmManyImporter(),
            new MovieLensImporter(),
            new MovieLensTitlesImporter(),
            new NavidromeImporter(),
            new JellyfinImporter(),
            new JellyfinBackupImporter(),
            new KoitoImporter(),
            new TautulliImporter(),
            new YouTubeMusicImporter(),
            new TakeoutPageImporter(),
            new AppleMusicImporter(),
            new AppleDailyTracksImporter(),
            new AppleLibraryImporter(),
            new AmazonMusicImporter(),
            new AmazonLibraryImporter(),
            new DeezerImporter(),
            new ExportifyImporter(),
            new ItunesImporter(),
            new SpotifyImporter(),
            new SpotifyAccountImporter(),
            new ListenBrainzDumpImporter(),
            new SegueImporter(),
            new ListenBrainzImporter(),
            new ListenBrainzFeedbackImporter(),
            new ListenBrainzUserImporter(),
            new ListImporter(),
            new MalojaImporter(),
            new LastFmStatsImporter(),
            new LastFmApiImporter(),
            new PanoScrobblerImporter(),
            new ScrobblerLogImporter(),
            new PlaybackLogImporter(),
            new LibreFmImporter(),
            new LastFmTableImporter(),
            new LastFmStatsCsvImporter(),
            new LastFmCsvImporter(),
            new ScrubblerImporter(),
            TableImporter.ofSegue(),
            TableImporter.ofOthers());

    private Formats() {}

    /** Names of the formats, each once. */
    public static List<String> names() {
        return ALL.stream().map(importer -> importer.format().name()).distinct().toList();
    }

    /**
     * The importer for a file.
     *
     * @param options names a format, or leaves it to the content
     * @throws ImportException if the file is of none, with what was expected
     */
    public static HistoryImporter of(HistoryFile file, ImportOptions options) throws IOException {
        Optional<HistoryImporter> found = find(file, options);
        if (found.isEmpty()) {
            throw unknown(file);
        }
        return found.get();
    }

    /** The importer for a file, empty if it is of no known format. */
    public static Optional<HistoryImporter> find(HistoryFile file, ImportOptions options) throws IOException {
        FileHead head = head(file);
        boolean isTable = options.format().equals(ImportOptions.AUTO) && TableImporter.isChosen(head);
        return ALL.stream()
                .filter(importer -> !isTable || importer instanceof TableImporter)
                .filter(importer -> options.format().equals(ImportOptions.AUTO)
                        || options.format().equals(importer.format().name()))
                .filter(importer -> importer.format().signature().matches(head))
                .findFirst();
    }

    /** A file of no known format as a table of columns that nobody knows yet; empty if it looks like none. */
    public static Optional<ReadTable> likelyTable(HistoryFile file) throws IOException {
        FileHead head = head(file);
        return TableLayout.likely(head).map(layout -> TableImporter.table(file.name(), layout, head));
    }

    /** What to tell of a file of no known format, in three lines: that, how it starts, and what was expected. */
    public static ImportException unknown(HistoryFile file) throws IOException {
        FileHead head = head(file);
        if (head.lines().stream().allMatch(String::isBlank)) {
            return new ImportException(ImportPhrase.EMPTY_FILE.with(file.name()));
        }
        String histories =
                names().stream().filter(name -> !name.equals("table")).collect(Collectors.joining(", "));
        return new ImportException(ImportPhrase.UNKNOWN_FORMAT.with(
                file.name(),
                start(head),
                histories,
                String.join(", ", ColumnReport.SONG_IDS),
                String.join(", ", ColumnReport.USERS)));
    }

    private static FileHead head(HistoryFile file) throws IOException {
        try {
            return file.head();
        } catch (ZipException e) {
            throw new ImportException(ImportPhrase.DAMAGED_GZIP.with(file.name(), e.getMessage()));
        }
    }

    private static String start(FileHead head) {
        String line = head.lines().stream()
                .map(text -> text.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("…");
        return line.substring(0, Math.min(line.length(), 100));
    }
}
