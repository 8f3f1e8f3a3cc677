package org.segue.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SourceRepository;
import org.segue.imports.formats.ChosenColumns;
import org.segue.imports.formats.Companions;
import org.segue.imports.formats.FilesOwner;
import org.segue.imports.formats.Formats;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.HistoryImporter;
import org.segue.text.Sentence;

/**
 * Reads what was sent, file by file: each by the importer of its format. Files of several formats go together unless two of
 * them name songs by ids, which mean something in one source alone. For one thread.
 */
public final class ImportReader {

    /** Tables of so many different headers are told of. */
    private static final int MAX_TABLES = 5;

    private final ImportOptions options;
    private final ImportSink sink;
    private final List<ColumnChoice> asked;
    private final ColumnMemory memory;
    private final List<ReadTable> tables = new ArrayList<>();
    private boolean isAskedOfTables;
    private @Nullable ReadTable unknown;
    private final Set<String> formats = new LinkedHashSet<>();
    private final Companions companions = new Companions();
    private @Nullable HistoryImporter first;
    private @Nullable HistoryImporter withSongIds;

    /**
     * Nothing read yet.
     *
     * @param options what is said of the files besides
     * @param sink takes what they hold
     */
    public ImportReader(ImportOptions options, ImportSink sink) {
        this(options, sink, ColumnMemory.NONE);
    }

    /**
     * The same, which knows what was said of the columns of former tables.
     *
     * @throws ColumnsException if what the options say of columns makes no sense
     */
    ImportReader(ImportOptions options, ImportSink sink, ColumnMemory memory) {
        this.options = options;
        this.sink = sink;
        this.memory = memory;
        this.asked = options.columns();
    }

    /**
     * Reads all of it.
     *
     * @param bytesRead takes the number of each few bytes that were read from disk
     * @throws ImportException if something of it cannot be read, or nothing of it is of a known format
     * @throws IOException if a file is not there, or ends too early
     */
    public void read(List<Upload> uploads, LongConsumer bytesRead) throws IOException {
        for (Upload upload : inOrder(uploads)) {
            new Archive(bytesRead, this::isFirst, this::read).visit(upload);
        }
        if (first == null && unknown != null) {
            throw new UnknownColumnsException(unknown);
        }
        if (first == null) {
            throw new ImportException(
                    ImportPhrase.NO_HISTORY.with(uploads.get(0).name()));
        }
        if (!asked.isEmpty() && !isAskedOfTables) {
            throw new ColumnsException(ImportPhrase.COLUMNS_MISSING.with(asked.stream()
                    .limit(10)
                    .map(choice -> '“' + ColumnChoice.shown(choice.column()) + '”')
                    .collect(Collectors.joining(", "))));
        }
    }

    /** The first tables that have been read, each header once. */
    List<ReadTable> tables() {
        return List.copyOf(tables);
    }

    // Who owns the listens comes first, then what others need to know of songs.
    private List<Upload> inOrder(List<Upload> uploads) {
        if (uploads.size() < 2) {
            return uploads;
        }
        IdentityHashMap<Upload, Integer> turns = new IdentityHashMap<>();
        uploads.forEach(upload -> turns.put(upload, turn(upload)));
        List<Upload> ordered = new ArrayList<>(uploads);
        ordered.sort(Comparator.comparing(turns::get));
        return ordered;
    }

    private int turn(Upload upload) {
        if (upload.name().endsWith("user.json")) {
            return 0;
        }
        try {
            boolean[] isFirst = new boolean[1];
            HistoryFile.of(upload.path(), upload.name()).look(file -> isFirst[0] = isFirst(file));
            return isFirst[0] ? 1 : 2;
        } catch (IOException | ImportException e) {
            // Its turn will come to say what is wrong with it.
            return 2;
        }
    }

    private boolean isFirst(HistoryFile file) throws IOException {
        file.expect(options.charset());
        file.choose(new ChosenColumns(asked, memory));
        Optional<HistoryImporter> importer = Formats.find(file, options);
        importer.ifPresent(companions::expect);
        return importer.isPresent() && importer.get().isReadFirst();
    }

    /** Names of the formats, in the order in which they came; whose files have been read. */
    String formats() {
        return String.join(", ", formats);
    }

    /** The source of the counted plays, or of what came first. */
    String source() {
        HistoryImporter importer = withSongIds == null ? first : withSongIds;
        if (importer == null) {
            throw new IllegalStateException("nothing has been read");
        }
        return source(importer);
    }

    /** Those of them that were read as the request says. */
    List<ReadTable> saidTables() {
        return tables.stream()
                .filter(table -> table.choice() == ReadTable.Choice.SAID)
                .toList();
    }

    private void read(HistoryFile file, boolean isMember) throws IOException {
        file.expect(options.charset());
        file.accompany(companions);
        file.choose(new ChosenColumns(asked, memory));
        Optional<HistoryImporter> found = Formats.find(file, options);
        if (found.isEmpty()) {
            unknown(file, isMember);
            return;
        }
        HistoryImporter importer = found.get();
        note(file, importer);
        importer.table(file).ifPresent(this::note);
        sink.begin(file, importer, source(importer));
        FilesOwner owner = sink.owner();
        try {
            importer.read(file, owner == null ? options : options.withUser(owner.user()), sink);
            Sentence encoding = file.encodingNote();
            if (encoding != null) {
                sink.note(encoding);
            }
        } catch (EnoughReadException e) {
            // The sink knows by now what it wants to know of this file.
        }
    }

    private void unknown(HistoryFile file, boolean isMember) throws IOException {
        ReadTable table = Formats.likelyTable(file).orElse(null);
        if (!isMember) {
            throw table == null ? Formats.unknown(file) : new UnknownColumnsException(table);
        }
        unknown = unknown == null ? table : unknown;
        sink.ignored(file);
    }

    private void note(ReadTable table) {
        isAskedOfTables |= table.choice() == ReadTable.Choice.SAID;
        boolean isKnown = tables.stream().anyMatch(other -> other.header().equals(table.header()));
        if (!isKnown && tables.size() < MAX_TABLES) {
            tables.add(table);
        }
    }

    private void note(HistoryFile file, HistoryImporter importer) {
        first = first == null ? importer : first;
        formats.add(importer.format().name());
        if (!importer.format().hasSongIds()) {
            return;
        }
        if (withSongIds != null
                && !withSongIds.format().name().equals(importer.format().name())) {
            throw new ImportException(ImportPhrase.SEVERAL_FORMATS.with(
                    file.name(), importer.format().name(), withSongIds.format().name()));
        }
        withSongIds = importer;
    }

    // What Segue itself has made is of the house, of whatever format the file is.
    private String source(HistoryImporter importer) {
        if (options.source() != null) {
            return options.source();
        }
        FilesOwner owner = sink.owner();
        return owner != null && owner.isSegues()
                ? SourceRepository.HOUSE
                : importer.format().source();
    }
}
