package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What service and worker may use together, and what of it is the worker's. */
class MemoryLimitTest {

    private static final long GB = 1L << 30;

    @TempDir
    Path root;

    @Test
    void bytes_isTheContainersLimit_orTheMachinesMemory() throws IOException {
        assertThat(MemoryLimit.bytes(root)).isEmpty();
        write("proc/meminfo", "MemTotal:        2097152 kB\nMemFree:          100 kB\n");
        assertThat(MemoryLimit.bytes(root)).isEqualTo(OptionalLong.of(2 * GB));
        write("sys/fs/cgroup/memory.max", "max\n");
        assertThat(MemoryLimit.bytes(root)).isEqualTo(OptionalLong.of(2 * GB));
        write("sys/fs/cgroup/memory.max", "1073741824\n");
        assertThat(MemoryLimit.bytes(root)).isEqualTo(OptionalLong.of(GB));
    }

    @Test
    void bytes_ofTheFormerControlGroups() throws IOException {
        write("proc/meminfo", "MemTotal:        2097152 kB\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertThat(MemoryLimit.bytes(root)).isEqualTo(OptionalLong.of(2 * GB));
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "536870912\n");
        assertThat(MemoryLimit.bytes(root)).isEqualTo(OptionalLong.of(GB / 2));
    }

    @Test
    void workersHeap_isWhatItNeeds_butNoMoreThanTheServiceLeaves() {
        long service = GB * 3 / 10;
        assertThat(WorkerCommand.allowedHeap(100 << 20, OptionalLong.of(GB), service))
                .isEqualTo(100 << 20);
        assertThat(WorkerCommand.allowedHeap(4 * GB, OptionalLong.of(GB), service))
                .as("service, worker and what both have outside of their heaps fit into 1 GB")
                .isBetween(200L << 20, GB - service - (400L << 20));
        assertThat(WorkerCommand.allowedHeap(4 * GB, OptionalLong.of(16 * GB), service))
                .isEqualTo(4 * GB);
        assertThat(WorkerCommand.allowedHeap(4 * GB, OptionalLong.empty(), service))
                .isEqualTo(4 * GB);
        assertThat(WorkerCommand.allowedHeap(4 * GB, OptionalLong.of(GB), GB)).isEqualTo(128 << 20);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }
}
