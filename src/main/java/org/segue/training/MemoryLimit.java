package org.segue.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory this process and its workers may use together: the container's limit, else the machine's memory. */
final class MemoryLimit {

    private static final List<String> CONTAINER =
            List.of("sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes");
    private static final String MACHINE = "proc/meminfo";
    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB.*");

    /** A limit is a number of bytes; more digits, or the word max, mean that there is none. */
    private static final Pattern LIMIT = Pattern.compile("\\d{1,15}");

    private MemoryLimit() {}

    /** In bytes; empty where the system, as those other than Linux, does not tell. */
    static OptionalLong bytes() {
        return bytes(Path.of("/"));
    }

    static OptionalLong bytes(Path root) {
        OptionalLong least = machine(root.resolve(MACHINE));
        for (String file : CONTAINER) {
            OptionalLong limit = container(root.resolve(file));
            if (limit.isPresent() && (least.isEmpty() || limit.getAsLong() < least.getAsLong())) {
                least = limit;
            }
        }
        return least;
    }

    private static OptionalLong container(Path file) {
        return lines(file).stream()
                .map(String::strip)
                .filter(line -> LIMIT.matcher(line).matches())
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static OptionalLong machine(Path file) {
        return lines(file).stream()
                .map(TOTAL::matcher)
                .filter(Matcher::matches)
                .mapToLong(total -> Long.parseLong(total.group(1)) << 10)
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
