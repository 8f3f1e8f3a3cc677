package org.segue.imports.formats;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportException;
import org.segue.imports.ImportPhrase;
import org.segue.storage.StorageException;
import org.segue.storage.UploadedDatabase;
import org.segue.text.Sentence;

/**
 * A text to import, unpacked as it is read. Its start can be looked at before it is read, once. For one thread.
 *
 * <p>The text is UTF-8, or what else {@link TextEncoding} knows. Bytes that are not come out as {@link #NOT_TEXT}.
 */
public final class HistoryFile {

    /** A code point that no text has, in place of what is no character: a field that has it is refused. */
    public static final char NOT_TEXT = '\uFFFE';

    private static final int BUFFER = 1 << 16;

    /** How the bytes are got at. */
    @FunctionalInterface
    public interface Opening {
        /** From the first. */
        InputStream open() throws IOException;
    }

    /** What is done with a file. */
    @FunctionalInterface
    public interface Taker {
        /** Reads it. */
        void read(HistoryFile file) throws IOException;
    }

    /** How the same file is got at once more. */
    @FunctionalInterface
    public interface Again {
        /** Reads it from its start. */
        void read(Taker taker) throws IOException;
    }

    private final String name;
    private final Opening opening;
    private final Again again;
    private @Nullable Path database;
    private @Nullable BufferedInputStream bytes;
    private @Nullable FileHead head;
    private @Nullable TextEncoding encoding;
    private @Nullable Charset expected;
    private Companions companions = new Companions();
    private ChosenColumns chosen = ChosenColumns.NONE;

    /**
     * A file.
     *
     * @param name what its sender called it
     * @param again reads the same file once more, beside this one
     */
    public HistoryFile(String name, Opening opening, Again again) {
        this.name = name;
        this.opening = opening;
        this.again = again;
    }

    /** A file on disk, plain or compressed, no archive. */
    public static HistoryFile of(Path path, String name) {
        return isDatabase(path)
                ? ofDatabase(path, name, taker -> of(path, name, taker))
                : new HistoryFile(
                        name,
                        () -> Compression.unpacked(Files.newInputStream(path), name),
                        taker -> of(path, name, taker));
    }

    private static boolean isDatabase(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return UploadedDatabase.isOne(in.readNBytes(UploadedDatabase.START_BYTES));
        } catch (IOException e) {
            // Whoever reads it will be told.
            return false;
        }
    }

    private static void of(Path path, String name, Taker taker) throws IOException {
        of(path, name).look(taker);
    }

    /**
     * A database of SQLite's on disk, which nobody else writes to.
     *
     * @param again reads the same file once more, beside this one
     */
    public static HistoryFile ofDatabase(Path path, String name, Again again) {
        HistoryFile file = new HistoryFile(name, () -> Files.newInputStream(path), again);
        file.database = path;
        return file;
    }

    /** Does something with it, and frees what reading it holds. */
    public void look(Taker taker) throws IOException {
        try {
            taker.read(this);
        } finally {
            close();
        }
    }

    /** What its sender called it: for reports only, never used as a path. */
    public String name() {
        return name;
    }

    /** Its text from the start, no line longer than {@link LineLimitReader#MAX_LINE_LENGTH} characters. */
    public BufferedReader open() throws IOException {
        return new BufferedReader(new LineLimitReader(text(bytes())), BUFFER);
    }

    /** The same as JSON: no string longer than {@link StringLimitReader#MAX_STRING_LENGTH} characters. */
    Reader openJson() throws IOException {
        return new BufferedReader(new StringLimitReader(text(bytes())), BUFFER);
    }

    /** The same as XML: nothing between two angle brackets is longer than {@link TagLimitReader} takes. */
    Reader openXml() throws IOException {
        return new BufferedReader(new TagLimitReader(text(bytes())), BUFFER);
    }

    /** Reads the same file from its start, while this one stays where it is. */
    void again(Taker taker) throws IOException {
        again.read(file -> {
            file.expect(expected);
            file.accompany(companions);
            file.choose(chosen);
            taker.read(file);
        });
    }

    /** Takes the charset of a text that is neither UTF-8 nor UTF-16; null for windows-1252. Before anything is read. */
    public void expect(@Nullable Charset charset) {
        expected = charset;
    }

    /** Takes what the files of the same import tell of each other. Before anything is read. */
    public void accompany(Companions ofImport) {
        companions = ofImport;
    }

    /** What the files of the same import tell of each other. */
    Companions companions() {
        return companions;
    }

    /** Takes what is said of its columns, if it is a table. Before anything is read. */
    public void choose(ChosenColumns columns) {
        chosen = columns;
    }

    /** How it starts. */
    FileHead head() throws IOException {
        if (head == null && database != null) {
            readDatabase(opened -> head = FileHead.ofTables(opened.tables()));
        }
        if (head == null) {
            BufferedInputStream in = bytes();
            in.mark(BUFFER);
            byte[] start = in.readNBytes(FileHead.BYTES);
            in.reset();
            head = FileHead.read(new LineLimitReader(text(new java.io.ByteArrayInputStream(start))), chosen);
        }
        return head;
    }

    /** What is done with a database. */
    @FunctionalInterface
    interface DatabaseTaker {
        /** Reads it. */
        void read(UploadedDatabase opened);
    }

    /**
     * Reads the database that it is.
     *
     * @throws ImportException if it is damaged
     */
    void readDatabase(DatabaseTaker taker) {
        try (UploadedDatabase opened = UploadedDatabase.open(Objects.requireNonNull(database, "no database"))) {
            taker.read(opened);
        } catch (StorageException e) {
            throw new ImportException(ImportPhrase.UNREADABLE.with(name, e.getMessage()));
        }
    }

    private BufferedInputStream bytes() throws IOException {
        if (bytes == null) {
            bytes = new BufferedInputStream(opening.open(), BUFFER);
        }
        return bytes;
    }

    /** Frees what reading it holds. */
    void close() throws IOException {
        if (bytes != null) {
            bytes.close();
        }
    }

    /** How its characters are written, in a sentence, as far as it has been read; null if they are UTF-8. */
    public @Nullable Sentence encodingNote() {
        if (encoding == TextEncoding.UTF_8 || encoding == null) {
            return null;
        }
        boolean isGuessed = encoding == TextEncoding.WINDOWS_1252;
        String label = isGuessed && expected != null ? expected.name() : encoding.label();
        return isGuessed && expected == null
                ? ImportPhrase.ENCODING_GUESSED.with(name, label)
                : ImportPhrase.ENCODING.with(name, label);
    }

    private Reader text(InputStream in) {
        return new EncodedText(in, expected, found -> encoding = found);
    }
}
