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
import java.util.function.LongConsumer;
import org.segue.storage.DataFolder;

/** The files of imports between their arrival and their end, numbered; their senders' names are never used as paths. */
@Singleton
class UploadFolder {

    private final DataFolder folder;

    UploadFolder(DataFolder folder) {
        this.folder = folder;
    }

    /** Moves files in and forces them to disk. */
    void keep(int importId, List<Upload> uploads) throws IOException {
        Path target = Files.createDirectories(of(importId));
        for (int i = 0; i < uploads.size(); i++) {
            Upload upload = uploads.get(i);
            Path kept = target.resolve(i + ".data");
            Files.move(upload.path(), kept, StandardCopyOption.REPLACE_EXISTING);
            Path name = Files.writeString(target.resolve(i + ".name"), upload.name());
            force(kept);
            force(name);
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
        return folder.folder("uploads").resolve("import-" + importId);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
