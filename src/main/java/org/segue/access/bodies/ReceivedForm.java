package org.segue.access.bodies;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an upload has brought: files on disk and fields. It may have come as a form of several parts or as one file that is the
 * whole body.
 *
 * @param files in the order in which they came; a body that is empty is none
 * @param fields texts of the form by their names; of two with the same name the first
 */
public record ReceivedForm(List<ReceivedFile> files, Map<String, String> fields) {

    private static final String KEY = ReceivedForm.class.getName();

    /**
     * The form of a request.
     *
     * @throws MalformedBodyException if the body was no whole form
     * @throws org.segue.storage.StorageException if its files could not be kept
     */
    public static ReceivedForm of(RoutingContext request) {
        Object received = request.get(KEY);
        if (received instanceof RuntimeException failure) {
            throw failure;
        }
        return received instanceof ReceivedForm form ? form : new ReceivedForm(List.of(), Map.of());
    }

    /** Files of a part's name. */
    public List<ReceivedFile> files(String part) {
        return files.stream().filter(file -> file.part().equals(part)).toList();
    }

    /** The text of a field; null if there is none. */
    public @Nullable String field(String name) {
        return fields.get(name);
    }

    void handOver(RoutingContext request) {
        request.put(KEY, this);
        request.next();
    }

    /** Has the resource that the request is for learn why there is nothing. */
    static void handOver(RoutingContext request, RuntimeException failure) {
        request.put(KEY, failure);
        request.next();
    }
}
