package org.segue.imports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segue.storage.DataFolder;

/** The files of imports between their arrival and their end, numbered; their senders' names are never used as paths. */
@Singleton
class UploadFolder {

    private final DataFolder folder;

    UploadFolder(DataFolder folder) {
        this.folder = folder;
    }

    /** Moves files in and forces them to disk; all of them are there from one moment on. */
    void keep(int importId, List<Upload> uploads) throws IOException {
        Path aside = Files.createDirectories(uploads().resolve("arriving-" + importId));
        for (int i = 0; i < uploads.size(); i++) {
            Upload upload = uploads.get(i);
            Path kept = aside.resolve(i + ".data");
            Files.move(upload.path(), kept, StandardCopyOption.REPLACE_EXISTING);
            Path name = Files.writeString(aside.resolve(i + ".name"), upload.name());
            force(kept);
            force(name);
        }
        Files.move(aside, of(importId), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes all but the files of some imports: what had not arrived when a former process was stopped. */
    void deleteAllBut(List<Integer> importIds) throws IOException {
        Set<Path> kept = importIds.stream().map(this::of).collect(Collectors.toSet());
        try (Stream<Path> inside = Files.list(uploads())) {
            for (Path path : inside.filter(Predicate.not(kept::contains)).toList()) {
                DataFolder.delete(path);
            }
        }
    }

    /** The files of an import, in the order in which they came. */
    List<HistoryFile> files(int importId, LongConsumer bytesRead) throws IOException {
        List<HistoryFile> files = new ArrayList<>();
        Path source = of(importId);
        for (int i = 0; Files.exists(source.resolve(i + ".data")); i++) {
            String name = Files.readString(source.resolve(i + ".name"));
            files.add(new HistoryFile(source.resolve(i + ".data"), name, bytesRead));
        }
        return files;
    }

    /** Size of the files of an import. */
    long bytes(int importId) throws IOException {
        long bytes = 0;
        for (HistoryFile file : files(importId, count -> {})) {
            bytes += Files.size(file.path());
        }
        return bytes;
    }

    /** Deletes the files of an import. */
    void delete(int importId) throws IOException {
        DataFolder.delete(of(importId));
    }

    private Path of(int importId) {
        return uploads().resolve("import-" + importId);
    }

    private Path uploads() {
        return folder.folder("uploads");
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
