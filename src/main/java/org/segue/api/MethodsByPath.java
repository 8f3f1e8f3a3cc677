package org.segue.api;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which methods each address takes. Addresses are templates as in {@code @Path}: {@code /api/imports/{id}}; of several that fit
 * a path the one counts whose first different segment is not a parameter.
 */
final class MethodsByPath {

    /** Segments that may follow, and the methods of the address that ends here. */
    private static final class Node {
        private final Map<String, Node> named = new HashMap<>();
        private final NavigableSet<String> methods = new TreeSet<>();

        @Nullable
        private Node parameter;

        private Node next(String segment) {
            if (!segment.startsWith("{")) {
                return named.computeIfAbsent(segment, name -> new Node());
            }
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }
    }

    private final Node root = new Node();

    /** Adds a method of an address. */
    void add(String method, String template) {
        Node node = root;
        for (String segment : segments(template)) {
            node = node.next(segment);
        }
        node.methods.add(method);
        node.methods.add("OPTIONS");
        if (method.equals("GET")) {
            node.methods.add("HEAD");
        }
    }

    /** The methods that a path takes; none if there is nothing at it. */
    Set<String> of(String path) {
        return of(root, segments(path), 0);
    }

    private static Set<String> of(Node node, String[] segments, int depth) {
        if (depth == segments.length) {
            return node.methods;
        }
        Node named = node.named.get(segments[depth]);
        Set<String> found = named == null ? Set.of() : of(named, segments, depth + 1);
        return found.isEmpty() && node.parameter != null ? of(node.parameter, segments, depth + 1) : found;
    }

    // A slash at an end counts for nothing.
    private static String[] segments(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        return inner.isEmpty() ? new String[0] : inner.split("/");
    }
}
