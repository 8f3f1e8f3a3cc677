package org.segue.imports.formats;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.segue.imports.ImportException;
import org.segue.imports.ImportPhrase;

/**
 * A spreadsheet of Excel's, {@code .xlsx}: a zip of XML. Its sheets are read as tables, row by row; its texts, which many cells
 * share, are in memory, so that they have a limit.
 */
public final class Spreadsheet implements AutoCloseable {

    /** What a zip has that is a spreadsheet. */
    public static final String PART = "xl/workbook.xml";

    private static final String SHEETS = "xl/worksheets/";

    /** Of Deezer's data all that somebody heard in twenty years is a tenth of it. */
    private static final long MAX_TEXT_BYTES = 48L << 20;

    private static final long MAX_SHEET_BYTES = 500L << 20;
    private static final int MAX_PARTS = 500;

    /** Deezer's lists of favorites and playlists are no plays. */
    private static final String DEEZER_HISTORY = "listeningHistory";

    private final String name;
    private final ReadableWorkbook workbook;

    private Spreadsheet(String name, ReadableWorkbook workbook) {
        this.name = name;
        this.workbook = workbook;
    }

    /**
     * Opens one.
     *
     * @param name what its sender called it
     * @throws ImportException if it is damaged, or too large
     */
    public static Spreadsheet open(Path path, String name) throws IOException {
        requireSmall(path.toFile(), name);
        try {
            return new Spreadsheet(name, workbook(path.toFile()));
        } catch (IOException | RuntimeException e) {
            throw damaged(name);
        }
    }

    // One without formats has no dates that are numbers.
    private static ReadableWorkbook workbook(File file) throws IOException {
        try {
            return new ReadableWorkbook(file, new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(file, new ReadingOptions(false, true));
        }
    }

    private static ImportException damaged(String name) {
        return new ImportException(ImportPhrase.DAMAGED_SPREADSHEET.with(name));
    }

    // What the zip says of sizes is not believed.
    private static void requireSmall(File file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file)) {
            if (zip.size() > MAX_PARTS) {
                throw new ImportException(ImportPhrase.TOO_MANY_PARTS.with(name, MAX_PARTS));
            }
            for (ZipEntry part : zip.stream().toList()) {
                long most = part.getName().startsWith(SHEETS) ? MAX_SHEET_BYTES : MAX_TEXT_BYTES;
                try (InputStream in = zip.getInputStream(part)) {
                    if (isLonger(in, most)) {
                        throw new ImportException(ImportPhrase.LARGE_SPREADSHEET.with(name, most >> 20));
                    }
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw damaged(name);
        }
    }

    private static boolean isLonger(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            count += read;
            if (count > most) {
                return true;
            }
        }
        return false;
    }

    /** The tables in it, by name: all its sheets, of Deezer's data the history alone. */
    public Map<String, HistoryFile.Opening> tables() {
        List<Sheet> sheets = workbook.getSheets().toList();
        List<Sheet> histories = sheets.stream()
                .filter(sheet -> sheet.getName().endsWith(DEEZER_HISTORY))
                .toList();
        Map<String, HistoryFile.Opening> tables = new java.util.LinkedHashMap<>();
        for (Sheet sheet : histories.isEmpty() ? sheets : histories) {
            tables.put(name + ": " + sheet.getName().replaceAll("\\p{Cntrl}", " "), () -> opened(sheet));
        }
        return tables;
    }

    private InputStream opened(Sheet sheet) throws IOException {
        try {
            return new SheetText(sheet);
        } catch (RuntimeException e) {
            throw new IOException("it is a damaged spreadsheet", e);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
