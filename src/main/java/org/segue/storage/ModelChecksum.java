package org.segue.storage;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells whether the embeddings of a model are those that were written: their SHA-256 in hexadecimal, kept in the manifest. */
final class ModelChecksum {

    private ModelChecksum() {}

    /** What a manifest says; nothing that any file has if it cannot be read. */
    static String expected(Path manifest) throws IOException {
        try {
            JsonNode checksum = new JsonMapper().readTree(manifest.toFile()).path("factorsSha256");
            return checksum.isTextual() ? checksum.textValue() : "the manifest names none";
        } catch (JacksonException | NoSuchFileException | FileNotFoundException e) {
            return "the manifest cannot be read";
        }
    }

    /**
     * Whether a file lies beside the manifest of a model that was not trained here.
     *
     * @throws NoSuchFileException if the manifest went away while it was looked at
     */
    static boolean isOfSongModel(Path file) throws IOException {
        Path manifest = file.resolveSibling(BackupFormat.MANIFEST);
        try {
            // By its bytes: a file that is missing is then told as one, which a snapshot takes for a change.
            return Files.isRegularFile(manifest)
                    && new JsonMapper().readTree(Files.readAllBytes(manifest)).hasNonNull("songModel");
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Copies a file; answers with the checksum of what was copied. */
    static String copied(Path file, OutputStream out) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
