package org.segue.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A data folder with a model and a database, and where it goes. */
@Timeout(60)
abstract class BackupTests {

    static final String VERSION = "2026-01-02T03-04-05Z-ab12";

    @TempDir
    Path parent;

    Path data;

    Path target;

    Path zip;

    @BeforeEach
    void makeData() throws IOException {
        data = Files.createDirectories(parent.resolve("data"));
        target = parent.resolve("restored");
        zip = parent.resolve("backup.zip");
        writeModel(data.resolve("models").resolve(VERSION), "embeddings");
        Files.writeString(data.resolve("models/active"), VERSION);
        Files.writeString(
                Files.createDirectories(data.resolve("models/.incoming-1")).resolve("manifest.json"), "half");
        Files.writeString(Files.createDirectories(data.resolve("uploads")).resolve("body-1.data"), "no data yet");
    }

    // Both halves of a pair are written in one commit, the second much later in the file: a torn copy would have one.
    static void addPair(Database database, int number) {
        database.writeNow(connection -> {
            Statements.update(connection, "INSERT INTO source (name) VALUES (?)", "left " + number);
            return Statements.update(
                    connection,
                    "INSERT INTO user (public_id, name) VALUES (?, ?)",
                    "right-" + number,
                    "x".repeat(2000));
        });
    }

    static Path writeModel(Path folder, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("factors.safetensors"), content);
        Files.writeString(folder.resolve("manifest.json"), manifest(content));
        return folder;
    }

    static String manifest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "{\"factorsSha256\":\"%s\"}".formatted(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    void makeDatabase() throws IOException {
        try (Databases.Opened opened = Databases.open(data)) {
            addPair(opened.database(), 0);
        }
    }

    static void back(Path data, Path zip) throws IOException {
        try (BackupSnapshot snapshot = BackupSnapshot.of(data);
                OutputStream out = Files.newOutputStream(zip)) {
            snapshot.writeTo(out);
        }
    }

    static Map<String, String> texts(ZipInputStream zip) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (zip) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).toList();
        }
    }
}
