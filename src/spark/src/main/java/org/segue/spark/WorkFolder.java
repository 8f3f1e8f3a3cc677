package org.segue.spark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of a training: of any file system that Hadoop knows, so that driver and executors see the same. */
final class WorkFolder {

    private final FileSystem files;
    private final Path folder;

    /** Writes a file. */
    @FunctionalInterface
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads a file. */
    @FunctionalInterface
    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /**
     * Makes the folder if it is not there.
     *
     * @param configuration Hadoop's, of the Spark context
     */
    WorkFolder(Configuration configuration, String folder) {
        this.folder = new Path(folder);
        try {
            this.files = this.folder.getFileSystem(configuration);
            files.mkdirs(this.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file of the folder is. */
    String path(String name) {
        return new Path(folder, name).toString();
    }

    /** Writes a file aside and then renames it: it is there whole or not at all. */
    void write(String name, Writer writer) {
        Path aside = new Path(folder, name + ".new");
        Path path = new Path(folder, name);
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(files.create(aside, true), 1 << 16))) {
                writer.write(out);
            }
            files.delete(path, false);
            if (!files.rename(aside, path)) {
                throw new IOException("could not rename " + aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file. */
    <T> T read(String name, Reader<T> reader) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(files.open(new Path(folder, name)), 1 << 16))) {
            return reader.read(in);
        }
    }

    /** Names of the files that begin so, the last first. */
    List<String> names(String prefix) {
        try {
            return Arrays.stream(files.listStatus(folder))
                    .map(status -> status.getPath().getName())
                    .filter(name -> name.startsWith(prefix) && !name.endsWith(".new"))
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file, or a folder with all in it. */
    void delete(String name) {
        try {
            files.delete(new Path(folder, name), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many bytes files are, of any file system.
     *
     * @param path may have wildcards
     */
    static long size(Configuration configuration, String path) {
        try {
            Path pattern = new Path(path);
            FileSystem files = pattern.getFileSystem(configuration);
            FileStatus[] found = files.globStatus(pattern);
            if (found == null || found.length == 0) {
                throw new FileNotFoundException("There is no " + path + ".");
            }
            long size = 0;
            for (FileStatus file : found) {
                size += files.getContentSummary(file.getPath()).getLength();
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
