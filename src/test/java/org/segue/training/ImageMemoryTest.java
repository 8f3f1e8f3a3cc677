package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the images start Segue: their scripts, run with a program in the place of Java that prints its arguments. */
class ImageMemoryTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"docker/bin/segue", "docker/native/segue"})
    void script_endsWithoutMemory_boundsHeapAndBuffers_andWritesForItsUserAlone(String script) throws Exception {
        String printed = run(script);

        assertThat(printed)
                .contains("-XX:+ExitOnOutOfMemoryError")
                .containsPattern("-XX:MaxDirectMemorySize=\\d+m")
                .containsPattern("-XX:MaxRAMPercentage=30|-Xmx\\d+m")
                .contains("umask 0077")
                .endsWith("serve");
    }

    private String run(String script) throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("java"), "#!/bin/sh\necho \"umask $(umask) $*\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String text = Files.readString(Path.of(script))
                .replace("\"$home/runtime/bin/java\"", program.toString())
                .replace("/opt/segue/lib/segue", program.toString());
        Path copy = Files.writeString(folder.resolve("segue"), text);
        Process process = new ProcessBuilder(List.of("sh", copy.toString(), "serve"))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return printed.strip();
    }
}
