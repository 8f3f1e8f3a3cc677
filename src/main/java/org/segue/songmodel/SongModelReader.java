package org.segue.songmodel;

import static org.segue.songmodel.SongModelException.require;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a song model's file, which may be damaged or hostile, and checks everything in it. Bytes go straight to disk, and never more of
 * them than the manifest, which comes first, says.
 */
public final class SongModelReader {

    private static final int MAX_MANIFEST_BYTES = 1 << 16;
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * The most that a song model may take.
     *
     * @param bytes that it may unpack to
     * @param songs that it may have; checking takes some 30 bytes of memory for each
     */
    public record Limits(long bytes, int songs) {

        /** What the format allows. */
        public static final Limits NONE = new Limits(Long.MAX_VALUE, SongModelManifest.MAX_SONGS);
    }

    private SongModelReader() {}

    /**
     * What a file says of itself, without unpacking it.
     *
     * @throws SongModelException if it is no song model, or one of a format that is not known
     */
    public static SongModelManifest manifest(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            return ManifestJson.read(manifestBytes(zip));
        }
    }

    /**
     * Unpacks a file and checks it.
     *
     * @param file the zip
     * @param folder is made and filled; after a refusal what is in it is left, and to be deleted
     * @param limits the most that it may take
     * @return the model, to be closed
     * @throws SongModelException if it is refused; the message is a sentence for people
     * @throws IOException if the disk does not do what it should
     */
    public static SongModel unpack(Path file, Path folder, Limits limits) throws IOException {
        Files.createDirectories(folder);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            SongModelManifest manifest = unpackManifest(zip, folder);
            requireRoom(manifest, limits);
            for (String name : manifest.entryNames()) {
                unpack(zip, name, manifest, folder);
            }
            @Nullable ZipEntry more = next(zip);
            require(more == null, "The file holds more than a song model: %s.", nameOf(more));
        }
        return checked(folder);
    }

    private static void requireRoom(SongModelManifest manifest, Limits limits) throws SongModelException {
        long bytes = 0;
        for (SongModelManifest.Entry entry : manifest.entries().values()) {
            bytes += entry.size();
        }
        require(
                manifest.size().songs() <= limits.songs(),
                "This song model has %d songs. At most %d fit into the memory here.",
                manifest.size().songs(),
                limits.songs());
        require(
                bytes <= limits.bytes(),
                "This song model unpacks to %d MB. At most %d MB are allowed here.",
                (bytes >> 20) + 1,
                limits.bytes() >> 20);
    }

    private static SongModel checked(Path folder) throws IOException {
        try {
            SongModel model = SongModel.open(folder);
            try {
                SongModelCheck.run(model);
                return model;
            } catch (IOException | RuntimeException e) {
                model.close();
                throw e;
            }
        } catch (SongModelException e) {
            throw e;
        } catch (IOException e) {
            // What tensors say of themselves is not sound; it names the file by where it lies here.
            String told = String.valueOf(e.getMessage())
                    .replace(folder.toString(), "")
                    .replaceFirst("^[/\\\\]", "");
            throw new SongModelException("This song model is damaged: " + told + '.', e);
        }
    }

    private static SongModelManifest unpackManifest(ZipInputStream zip, Path folder) throws IOException {
        byte[] bytes = manifestBytes(zip);
        SongModelManifest manifest = ManifestJson.read(bytes);
        Files.write(folder.resolve(SongModelEntries.MANIFEST), bytes);
        return manifest;
    }

    private static byte[] manifestBytes(ZipInputStream zip) throws IOException {
        @Nullable ZipEntry entry = next(zip);
        require(entry != null, "This isn't a song model: it must be a zip file.");
        require(
                nameOf(entry).equals(SongModelEntries.MANIFEST),
                "This isn't a song model: manifest.json must come first, but %s does.",
                nameOf(entry));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(zip, bytes, SongModelEntries.MANIFEST, MAX_MANIFEST_BYTES);
        return bytes.toByteArray();
    }

    private static void unpack(ZipInputStream zip, String name, SongModelManifest manifest, Path folder)
            throws IOException {
        @Nullable ZipEntry entry = next(zip);
        require(entry != null, "The file is cut off: %s is missing.", name);
        require(nameOf(entry).equals(name), "The file must hold %s next, but holds %s.", name, nameOf(entry));
        SongModelManifest.Entry told = manifest.entry(name);
        MessageDigest sha256 = PackedFile.sha256();
        long size;
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            size = copy(zip, new DigestOutputStream(out, sha256), name, told.size());
        }
        require(size == told.size(), "%s has %d bytes, but manifest.json says %d.", name, size, told.size());
        require(
                HexFormat.of().formatHex(sha256.digest()).equals(told.sha256()),
                "%s isn't what was written: its checksum differs from the one in manifest.json.",
                name);
    }

    private static long copy(ZipInputStream zip, OutputStream out, String name, long most) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        for (int count = read(zip, buffer, name); count >= 0; count = read(zip, buffer, name)) {
            size += count;
            require(size <= most, "%s unpacks to more than %d bytes.", name, most);
            out.write(buffer, 0, count);
        }
        return size;
    }

    private static int read(ZipInputStream zip, byte[] buffer, String name) throws IOException {
        try {
            return zip.read(buffer);
        } catch (ZipException | EOFException e) {
            throw new SongModelException("The file is damaged: %s can't be unpacked.".formatted(name), e);
        }
    }

    // Names that are no text make ZipInputStream throw what is no IOException.
    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new SongModelException("The file is damaged: it isn't a zip file that can be read.", e);
        }
    }

    private static String nameOf(@Nullable ZipEntry entry) {
        return entry == null ? "" : ManifestJson.shortened(entry.getName());
    }
}
