package org.segue.library;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.library.FilePathRepository.Place;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.Track;

/**
 * Makes lists for players of files. A server's paths are real if they start at the root, or if the library's folder holds the first file of
 * them: Navidrome makes paths up unless it is told not to. Blocks.
 */
@Singleton
public class FileLists {

    private final FilePathRepository paths;

    FileLists(FilePathRepository paths) {
        this.paths = paths;
    }

    /**
     * A list of a user with the files of a library.
     *
     * @param folder what paths are relative to, null for the library's folder, if it has one
     * @return nothing if the user does not sign in to such a library
     */
    public Optional<FileList> of(int libraryId, int userId, PlaylistDocument list, @Nullable String folder) {
        return paths.place(libraryId, userId).map(place -> of(libraryId, userId, place, list, folder));
    }

    private FileList of(int libraryId, int userId, Place place, PlaylistDocument list, @Nullable String folder) {
        if (!isReal(place.firstPath(), place.folder())) {
            return FileList.madeUp(place.name());
        }
        List<Integer> songs =
                list.tracks().stream().map(Track::song).map(song -> song.id()).toList();
        Map<Integer, List<String>> found = paths.of(libraryId, userId, songs);
        String base = folder == null || folder.isBlank() ? place.folder() : folder;
        return FileList.of(place.name(), list, found, base);
    }

    /**
     * Whether paths that a server sends are those of files.
     *
     * @param firstPath of any song, null if it tells none
     * @param folder where this machine has the files, null if nobody said
     */
    public static boolean isReal(@Nullable String firstPath, @Nullable String folder) {
        return firstPath != null && (FilePath.isAbsolute(firstPath) || (folder != null && isFile(folder, firstPath)));
    }

    private static boolean isFile(String folder, String path) {
        try {
            Path root = Path.of(folder).toRealPath();
            Path file = root.resolve(path).toRealPath();
            return file.startsWith(root) && Files.isRegularFile(file);
        } catch (IOException | InvalidPathException isNone) {
            return false;
        }
    }
}
