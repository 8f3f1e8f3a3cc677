package org.segue.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.segue.imports.formats.Compression;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.Spreadsheet;

/**
 * The files in what somebody sent: the one that it is, or those of a zip or tar, compressed or not, and of archives in it.
 * Everything is read as a stream; what members are called is told in reports and is never a path. For one thread.
 *
 * <p>A zip says itself how little it holds of how much, so it has limits: {@value #MAX_ENTRIES} entries, and
 * {@value #MAX_ENTRY_BYTES} bytes unpacked each, counted as they come, whatever the zip says.
 */
public final class Archive {

    /** Entries of a zip. */
    static final int MAX_ENTRIES = 500;

    /** Bytes of a zip's entry, unpacked. */
    static final long MAX_ENTRY_BYTES = 500L << 20;

    /** Bytes of a database, or of a spreadsheet in an archive: these are copied. */
    static final long MAX_COPY_BYTES = 2L << 30;

    /** An archive in an archive in an archive is somebody's joke. */
    private static final int DEEPEST = 3;

    /** Takes one file after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes one; it can be read until this returns. */
        void file(HistoryFile file, boolean isMember) throws IOException;
    }

    /** Says which files of a zip come first. */
    @FunctionalInterface
    public interface Order {
        /** Whether others need what a file tells, of which the start alone can be read. */
        boolean isFirst(HistoryFile file) throws IOException;
    }

    private final LongConsumer bytesRead;
    private final Order order;
    private final Visitor visitor;
    private final long largestEntry;
    private @Nullable Upload visited;
    private int files;

    public Archive(LongConsumer bytesRead, Visitor visitor) {
        this(bytesRead, visitor, MAX_ENTRY_BYTES);
    }

    /** One whose files come in an order. */
    public Archive(LongConsumer bytesRead, Order order, Visitor visitor) {
        this(bytesRead, order, visitor, MAX_ENTRY_BYTES);
    }

    Archive(LongConsumer bytesRead, Visitor visitor, long largestEntry) {
        this(bytesRead, file -> false, visitor, largestEntry);
    }

    private Archive(LongConsumer bytesRead, Order order, Visitor visitor, long largestEntry) {
        this.bytesRead = bytesRead;
        this.order = order;
        this.visitor = visitor;
        this.largestEntry = largestEntry;
    }

    /** Goes through the files of what was sent. */
    public void visit(Upload upload) throws IOException {
        visited = upload;
        files = 0;
        try (BufferedInputStream in =
                new BufferedInputStream(new CountedStream(Files.newInputStream(upload.path()), bytesRead))) {
            if (FileKind.isZip(in)) {
                visitZip(upload);
            } else {
                visit(upload.name(), in, 0);
            }
        }
    }

    // A zip on disk has a table of contents: who owns the listens is read first, wherever it is.
    private void visitZip(Upload upload) throws IOException {
        try (ZipFile zip = new ZipFile(upload.path().toFile(), StandardCharsets.UTF_8)) {
            requireFew(upload.name(), zip.size());
            if (zip.getEntry(Spreadsheet.PART) != null) {
                visitSpreadsheet(upload.name(), upload.path());
                return;
            }
            for (ZipEntry entry : new MemberOrder(order).of(zip)) {
                String name = memberName(upload.name(), entry.getName());
                try (CheckedEntry checked = new CheckedEntry(zip.getInputStream(entry), entry);
                        LimitedStream in = new LimitedStream(checked, name, largestEntry, ImportPhrase.LARGE)) {
                    visitLimited(name, in, 1);
                    checked.finish();
                }
                bytesRead.accept(Math.max(0, entry.getCompressedSize()));
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new ImportException(ImportPhrase.DAMAGED_ZIP.with(upload.name(), e.getMessage()));
        }
    }

    private void visit(String name, InputStream in, int depth) throws IOException {
        BufferedInputStream unpacked = Compression.unpacked(Compression.unpacked(in, name), name);
        if (FileKind.isZip(unpacked) && FileKind.isSpreadsheet(unpacked)) {
            copied(name, unpacked, copy -> visitSpreadsheet(name, copy));
        } else if (FileKind.isZip(unpacked)) {
            requireShallow(name, depth);
            visitZipStream(name, unpacked, depth);
        } else if (FileKind.isTar(unpacked)) {
            requireShallow(name, depth);
            visitTar(name, unpacked, depth);
        } else if (FileKind.isDatabase(unpacked)) {
            int number = ++files;
            copied(
                    name,
                    unpacked,
                    copy -> visitor.file(
                            HistoryFile.ofDatabase(copy, name, taker -> readAgain(number, taker)), depth > 0));
        } else {
            int number = ++files;
            visitor.file(
                    new HistoryFile(name, () -> new ShieldedStream(unpacked), taker -> readAgain(number, taker)),
                    depth > 0);
        }
    }

    private void visitSpreadsheet(String name, Path path) throws IOException {
        try (Spreadsheet spreadsheet = Spreadsheet.open(path, name)) {
            for (Map.Entry<String, HistoryFile.Opening> table :
                    spreadsheet.tables().entrySet()) {
                int number = ++files;
                visitor.file(
                        new HistoryFile(table.getKey(), table.getValue(), taker -> readAgain(number, taker)), true);
            }
        }
    }

    /** What is done with a copy. */
    @FunctionalInterface
    private interface CopyTaker {
        void take(Path copy) throws IOException;
    }

    // What cannot be read as a stream is read as a file of its own, which is deleted afterwards.
    private void copied(String name, InputStream in, CopyTaker taker) throws IOException {
        Path folder = Objects.requireNonNull(visited, "set while a file is visited")
                .path()
                .toAbsolutePath()
                .getParent();
        Path copy = Files.createTempFile(folder, "unpacked-", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                new LimitedStream(in, name, MAX_COPY_BYTES, ImportPhrase.TOO_LARGE_TO_COPY).transferTo(out);
            }
            taker.take(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void visitZipStream(String name, InputStream in, int depth) throws IOException {
        try {
            ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                requireFew(name, ++count);
                if (!entry.isDirectory()) {
                    String member = memberName(name, entry.getName());
                    LimitedStream limited =
                            new LimitedStream(new ShieldedStream(zip), member, largestEntry, ImportPhrase.LARGE);
                    visitLimited(member, limited, depth + 1);
                    limited.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new ImportException(ImportPhrase.DAMAGED_ZIP.with(name, e.getMessage()));
        }
    }

    // Parsers between here and there take a stream that refuses to go on for a damaged one.
    private void visitLimited(String name, LimitedStream in, int depth) throws IOException {
        try {
            visit(name, in, depth);
        } catch (IOException | RuntimeException e) {
            in.requireSmall();
            throw e;
        }
    }

    private void visitTar(String name, InputStream in, int depth) throws IOException {
        try {
            TarArchiveInputStream tar = new TarArchiveInputStream(in, StandardCharsets.UTF_8.name());
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && tar.canReadEntryData(entry)) {
                    visit(memberName(name, entry.getName()), new ShieldedStream(tar), depth + 1);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ImportException(ImportPhrase.DAMAGED_TAR.with(name, e.getMessage()));
        }
    }

    private static void requireFew(String name, int entries) {
        if (entries > MAX_ENTRIES) {
            throw new ImportException(ImportPhrase.TOO_MANY_FILES.with(name, MAX_ENTRIES));
        }
    }

    private static void requireShallow(String name, int depth) {
        if (depth >= DEEPEST) {
            throw new ImportException(ImportPhrase.NESTED.with(name));
        }
    }

    // What streams out of an archive cannot be wound back: the archive is read once more.
    private void readAgain(int number, HistoryFile.Taker taker) throws IOException {
        Upload upload = Objects.requireNonNull(visited, "set while a file is visited");
        int[] count = new int[1];
        Archive other = new Archive(
                bytes -> {},
                order,
                (file, isMember) -> {
                    if (++count[0] == number) {
                        taker.read(file);
                        throw new EnoughReadException();
                    }
                },
                largestEntry);
        try {
            other.visit(upload);
        } catch (EnoughReadException e) {
            // The others are not wanted.
            return;
        }
    }

    private static String memberName(String archive, String member) {
        String name = archive + ": " + member.replaceAll("\\p{Cntrl}", " ");
        return name.substring(0, Math.min(name.length(), 300));
    }
}
