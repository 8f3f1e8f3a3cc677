package org.segue.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
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

    /** An archive in an archive in an archive is somebody's joke. */
    private static final int DEEPEST = 3;

    private static final long ZIP = 0x504b0304L;
    private static final long EMPTY_ZIP = 0x504b0506L;
    private static final int TAR_MAGIC_AT = 257;

    /** Takes one file after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes one; it can be read until this returns. */
        void file(HistoryFile file, boolean isMember) throws IOException;
    }

    private final LongConsumer bytesRead;
    private final Visitor visitor;
    private final long largestEntry;
    private @Nullable Upload visited;
    private int files;

    public Archive(LongConsumer bytesRead, Visitor visitor) {
        this(bytesRead, visitor, MAX_ENTRY_BYTES);
    }

    Archive(LongConsumer bytesRead, Visitor visitor, long largestEntry) {
        this.bytesRead = bytesRead;
        this.visitor = visitor;
        this.largestEntry = largestEntry;
    }

    /** Goes through the files of what was sent. */
    public void visit(Upload upload) throws IOException {
        visited = upload;
        files = 0;
        try (BufferedInputStream in =
                new BufferedInputStream(new Counted(Files.newInputStream(upload.path()), bytesRead))) {
            if (isZip(in)) {
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
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(entry -> !isOwnersFile(entry.getName())))
                    .toList();
            for (ZipEntry entry : entries) {
                String name = memberName(upload.name(), entry.getName());
                try (CheckedEntry checked = new CheckedEntry(zip.getInputStream(entry), entry);
                        Limited in = new Limited(checked, name, largestEntry)) {
                    visitLimited(name, in, 1);
                    checked.finish();
                }
                bytesRead.accept(Math.max(0, entry.getCompressedSize()));
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new ImportException(
                    "%s starts like a zip but cannot be unpacked: %s".formatted(upload.name(), e.getMessage()));
        }
    }

    private void visit(String name, InputStream in, int depth) throws IOException {
        BufferedInputStream unpacked = Compression.unpacked(Compression.unpacked(in, name), name);
        if (isZip(unpacked)) {
            requireShallow(name, depth);
            visitZipStream(name, unpacked, depth);
        } else if (isTar(unpacked)) {
            requireShallow(name, depth);
            visitTar(name, unpacked, depth);
        } else {
            int number = ++files;
            visitor.file(
                    new HistoryFile(name, () -> new Shielded(unpacked), taker -> readAgain(number, taker)), depth > 0);
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
                    Limited limited = new Limited(new Shielded(zip), member, largestEntry);
                    visitLimited(member, limited, depth + 1);
                    limited.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new ImportException(
                    "%s starts like a zip but cannot be unpacked: %s".formatted(name, e.getMessage()));
        }
    }

    // Parsers between here and there take a stream that refuses to go on for a damaged one.
    private void visitLimited(String name, Limited in, int depth) throws IOException {
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
                    visit(memberName(name, entry.getName()), new Shielded(tar), depth + 1);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ImportException(
                    "%s starts like a tar but cannot be unpacked: %s".formatted(name, e.getMessage()));
        }
    }

    private static void requireFew(String name, int entries) {
        if (entries > MAX_ENTRIES) {
            throw new ImportException("%s has more than %d entries: unpack it and send the files that hold listens."
                    .formatted(name, MAX_ENTRIES));
        }
    }

    private static void requireShallow(String name, int depth) {
        if (depth >= DEEPEST) {
            throw new ImportException("%s is an archive in too many others: unpack it first.".formatted(name));
        }
    }

    // What streams out of an archive cannot be wound back: the archive is read once more.
    private void readAgain(int number, HistoryFile.Taker taker) throws IOException {
        Upload upload = Objects.requireNonNull(visited, "set while a file is visited");
        int[] count = new int[1];
        Archive other = new Archive(
                bytes -> {},
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

    private static boolean isZip(BufferedInputStream in) throws IOException {
        byte[] start = Compression.peek(in, 4);
        long magic = start.length == 4 ? Compression.number(start, 4) : 0;
        return magic == ZIP || magic == EMPTY_ZIP;
    }

    private static boolean isTar(BufferedInputStream in) throws IOException {
        byte[] start = Compression.peek(in, TAR_MAGIC_AT + 5);
        return start.length == TAR_MAGIC_AT + 5
                && new String(start, TAR_MAGIC_AT, 5, StandardCharsets.US_ASCII).equals("ustar");
    }

    private static boolean isOwnersFile(String name) {
        return name.equals("user.json") || name.endsWith("/user.json");
    }

    private static String memberName(String archive, String member) {
        String name = archive + ": " + member.replaceAll("\\p{Cntrl}", " ");
        return name.substring(0, Math.min(name.length(), 300));
    }

    /** Tells of bytes read from disk. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer bytesRead;

        Counted(InputStream in, LongConsumer bytesRead) {
            super(in);
            this.bytesRead = bytesRead;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                bytesRead.accept(count);
            }
            return count;
        }
    }

    /** Stays open for what follows: the archive goes on behind its member. */
    private static final class Shielded extends FilterInputStream {
        Shielded(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    /** Refuses to become larger than anything honest. */
    private static final class Limited extends FilterInputStream {
        private final String name;
        private final long most;
        private long count;

        Limited(InputStream in, String name, long most) {
            super(in);
            this.name = name;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            requireSmall();
            return read;
        }

        void requireSmall() {
            if (count > most) {
                throw new ImportException("%s has more than %d MB unpacked: send it by itself, not in a zip."
                        .formatted(name, most >> 20));
            }
        }
    }
}
