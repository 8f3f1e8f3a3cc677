package org.segue.songmodel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file on its way into the zip of a song model. It is stored as it is, as what compresses it would make other bytes elsewhere.
 *
 * @param path where it is
 * @param entry what the manifest says of it
 * @param crc32 what the zip says of it
 */
record PackedFile(Path path, SongModelManifest.Entry entry, long crc32) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** At noon, as zips write midnight of this day in the zone of where they are made. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    /** Reads a file once for both of its checksums. */
    static PackedFile of(Path path) throws IOException {
        MessageDigest sha256 = sha256();
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(path)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha256.update(buffer, 0, count);
                crc.update(buffer, 0, count);
                size += count;
            }
        }
        return new PackedFile(
                path, new SongModelManifest.Entry(size, HexFormat.of().formatHex(sha256.digest())), crc.getValue());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Writes the zip: the manifest, then the files in the map's order. */
    static void pack(Path zip, byte[] manifest, Map<String, PackedFile> files) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(manifest);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip), BUFFER_BYTES);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            packed.setMethod(ZipOutputStream.STORED);
            packed.putNextEntry(zipEntry(SongModelEntries.MANIFEST, manifest.length, crc.getValue()));
            packed.write(manifest);
            packed.closeEntry();
            for (Map.Entry<String, PackedFile> file : files.entrySet()) {
                PackedFile its = file.getValue();
                packed.putNextEntry(zipEntry(file.getKey(), its.entry.size(), its.crc32));
                Files.copy(its.path, packed);
                packed.closeEntry();
            }
        }
    }

    private static ZipEntry zipEntry(String name, long size, long crc32) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc32);
        return entry;
    }
}
