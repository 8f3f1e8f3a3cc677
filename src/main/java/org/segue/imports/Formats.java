package org.segue.imports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** The formats that are read, and which of them a file is of. */
public final class Formats {

    /** Special ones first: HetRec's table would pass for a table of any kind. */
    private static final List<HistoryImporter> ALL = List.of(
            new HetRecImporter(),
            new HetRecArtistsImporter(),
            new TasteProfileImporter(),
            new TasteProfileTracksImporter(),
            new TableImporter());

    private Formats() {}

    /** Names of the formats, each once. */
    public static List<String> names() {
        return ALL.stream().map(HistoryImporter::format).distinct().toList();
    }

    /**
     * The importer for a file.
     *
     * @param options names a format, or leaves it to the content
     * @throws ImportException if the file is of none, with what was expected
     */
    public static HistoryImporter of(HistoryFile file, ImportOptions options) throws IOException {
        FileHead head = head(file);
        Optional<HistoryImporter> recognised = ALL.stream()
                .filter(importer -> options.format().equals(ImportOptions.AUTO)
                        || options.format().equals(importer.format()))
                .filter(importer -> importer.recognises(head))
                .findFirst();
        return recognised.orElseThrow(() -> new ImportException(
                "%s is of no format that Segue reads. Expected a table whose header has a column of users and one of songs"
                                .formatted(file.name())
                        + " (%s; %s), triplets of the Taste Profile, or HetRec's user_artists.dat. It starts: %s"
                                .formatted(
                                        String.join(", ", TableColumns.USERS),
                                        String.join(", ", TableColumns.SONG_IDS),
                                        start(head))));
    }

    private static FileHead head(HistoryFile file) throws IOException {
        try {
            return file.head();
        } catch (ZipException e) {
            throw new ImportException(
                    "%s starts like gzip but cannot be unpacked: %s".formatted(file.name(), e.getMessage()));
        }
    }

    private static String start(FileHead head) {
        String line = head.firstLine().replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? "(nothing)" : line.substring(0, Math.min(line.length(), 100));
    }
}
