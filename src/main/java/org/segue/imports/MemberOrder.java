package org.segue.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.segue.imports.formats.Compression;
import org.segue.imports.formats.HistoryFile;

/** In which order the files of a zip are read: who owns the listens, what others need, archives, all others. */
final class MemberOrder {

    private final Archive.Order order;

    MemberOrder(Archive.Order order) {
        this.order = order;
    }

    /** The files of a zip, those first that others need. */
    List<? extends ZipEntry> of(ZipFile zip) {
        List<? extends ZipEntry> entries =
                zip.stream().filter(entry -> !entry.isDirectory()).toList();
        if (entries.size() < 2) {
            return entries;
        }
        IdentityHashMap<ZipEntry, Integer> turns = new IdentityHashMap<>();
        entries.forEach(entry -> turns.put(entry, turn(zip, entry)));
        return entries.stream().sorted(Comparator.comparing(turns::get)).toList();
    }

    // What is in archives inside it is not known before: names for others, most likely.
    private int turn(ZipFile zip, ZipEntry entry) {
        if (isOwnersFile(entry.getName())) {
            return 0;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            BufferedInputStream unpacked = Compression.unpacked(in, entry.getName());
            if (FileKind.isZip(unpacked) || FileKind.isTar(unpacked)) {
                return 2;
            }
            return !FileKind.isDatabase(unpacked)
                            && order.isFirst(new HistoryFile(entry.getName(), () -> unpacked, again -> {}))
                    ? 1
                    : 3;
        } catch (IOException | ImportException e) {
            // Its turn will come to say what is wrong with it.
            return 3;
        }
    }

    private static boolean isOwnersFile(String name) {
        return name.equals("user.json") || name.endsWith("/user.json");
    }
}
