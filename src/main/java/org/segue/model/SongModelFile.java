package org.segue.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.segue.storage.DataFolder;

/**
 * An exported song model on its way out.
 *
 * @param folder its own, deleted when it is closed
 * @param path where it lies
 */
public record SongModelFile(Path folder, Path path) implements Closeable {

    @Override
    public void close() throws IOException {
        DataFolder.delete(folder);
    }
}
