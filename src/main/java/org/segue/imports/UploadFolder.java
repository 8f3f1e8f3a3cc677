package org.segue.imports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segue.storage.DataFolder;
import org.segue.storage.DurableFiles;

/** The files of imports between their arrival and their end, numbered; their senders' names are never used as paths. */
@Singleton
class UploadFolder {

    private static final Pattern UPLOAD = Pattern.compile("[0-9a-f-]{36}");
    private static final String LATER = "later-";

    /** Where the parts of multipart bodies arrive: {@code quarkus.http.body.uploads-directory}. */
    private static final String INCOMING = "incoming";

    /** Files that are no import yet may hold so much together, and the newest as much as the disk takes. */
    private static final long MAX_LATER_BYTES = 4L << 30;

    /** So many of them are kept. */
    private static final int MAX_LATER = 100;

    private final DataFolder folder;
    private final long mostLaterBytes;

    @Inject
    UploadFolder(DataFolder folder) {
        this(folder, MAX_LATER_BYTES);
    }

    UploadFolder(DataFolder folder, long mostLaterBytes) {
        this.folder = folder;
        this.mostLaterBytes = mostLaterBytes;
    }

    /** Moves files in and forces them to disk; all of them are there from one moment on. */
    void keep(int importId, List<Upload> uploads) throws IOException {
        move(uploads, uploads().resolve("arriving-" + importId), of(importId));
    }

    private void move(List<Upload> uploads, Path arriving, Path target) throws IOException {
        Path aside = folder.permissions().makeFolder(arriving);
        for (int i = 0; i < uploads.size(); i++) {
            Upload upload = uploads.get(i);
            Path kept = aside.resolve(i + ".data");
            Files.move(upload.path(), kept, StandardCopyOption.REPLACE_EXISTING);
            Path name = Files.writeString(aside.resolve(i + ".name"), upload.name());
            DurableFiles.forceFile(kept);
            DurableFiles.forceFile(name);
        }
        folder.permissions().apply(aside);
        DurableFiles.forceFolder(aside);
        DurableFiles.rename(aside, target);
    }

    /** Deletes all but the files of some imports: what had not arrived when a former process was stopped. Nothing may arrive. */
    void deleteAllBut(List<Integer> importIds) throws IOException {
        Set<Path> kept = importIds.stream().map(this::of).collect(Collectors.toSet());
        deleteInside(uploads(), kept);
        deleteInside(folder.folder(INCOMING), Set.of());
        // What takes bodies has made it, perhaps before there was anybody to say how.
        folder.permissions().apply(folder.folder(INCOMING));
        // Both may have been made just now.
        DurableFiles.forceFolder(folder.root());
    }

    private static void deleteInside(Path folder, Set<Path> kept) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.filter(Predicate.not(kept::contains)).toList()) {
                DataFolder.delete(path);
            }
        }
    }

    /** The files of an import, in the order in which they came. */
    List<Upload> files(int importId) throws IOException {
        return files(of(importId));
    }

    private static List<Upload> files(Path folder) throws IOException {
        List<Upload> files = new ArrayList<>();
        for (int i = 0; Files.exists(folder.resolve(i + ".data")); i++) {
            files.add(new Upload(folder.resolve(i + ".data"), Files.readString(folder.resolve(i + ".name"))));
        }
        return files;
    }

    /** Keeps files that are no import yet; answers the name under which they are kept. The oldest of such files make room. */
    synchronized String keepForLater(List<Upload> uploads) throws IOException {
        String name = UUID.randomUUID().toString();
        move(uploads, uploads().resolve("arriving-" + name), later(name));
        makeRoom(later(name));
        return name;
    }

    private void makeRoom(Path newest) throws IOException {
        long left = mostLaterBytes - bytes(newest);
        int count = 1;
        for (Path kept : olderThan(newest)) {
            left -= bytes(kept);
            if (left < 0 || ++count > MAX_LATER) {
                DataFolder.delete(kept);
            }
        }
    }

    /** Kept files but the newest, newest first. */
    private List<Path> olderThan(Path newest) throws IOException {
        List<Path> kept;
        try (Stream<Path> inside = Files.list(uploads())) {
            kept = inside.filter(path -> path.getFileName().toString().startsWith(LATER) && !path.equals(newest))
                    .toList();
        }
        Map<Path, FileTime> times = new HashMap<>();
        for (Path path : kept) {
            times.put(path, Files.getLastModifiedTime(path));
        }
        return kept.stream().sorted(Comparator.comparing(times::get).reversed()).toList();
    }

    /** The files that are kept under a name. */
    List<Upload> kept(String name) throws IOException {
        return files(later(name));
    }

    /** Makes kept files those of an import; false if there are none of the name, or they have become another's. */
    synchronized boolean take(String name, int importId) throws IOException {
        try {
            DurableFiles.rename(later(name), of(importId));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether files are kept under a name, whatever it is. */
    boolean isKept(String name) {
        return UPLOAD.matcher(name).matches() && Files.isDirectory(later(name));
    }

    /** Deletes what is kept under a name, if it is. */
    synchronized void forget(String name) throws IOException {
        DataFolder.delete(later(name));
    }

    private Path later(String name) {
        return uploads().resolve(LATER + name);
    }

    /** Size of the files of an import. */
    long bytes(int importId) throws IOException {
        return bytes(of(importId));
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Upload file : files(folder)) {
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
}
