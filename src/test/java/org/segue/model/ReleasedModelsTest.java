package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of every format that ever was are read; they are kept as a released version trained and stored them. */
class ReleasedModelsTest {

    private static final Path KEPT = Path.of("src", "test", "resources", "released");

    @TempDir
    Path folder;

    @Test
    void load_modelOfFormat1_isWhole() throws IOException {
        copy(KEPT.resolve("models-1"));
        ModelStore store = new ModelStore(folder);

        StoredModel stored = store.loadActive().orElseThrow();

        assertThat(store.active()).contains("2026-11-24T19-42-04Z-a5a6");
        assertThat(stored.manifest().version()).isEqualTo("2026-11-24T19-42-04Z-a5a6");
        assertThat(stored.manifest().provenance().software()).isEqualTo("Segue 0.1.0");
        assertThat(stored.manifest().fit().trials()).isNotEmpty();
        assertThat(stored.manifest().evaluation()).isNotNull();
        assertThat(stored.model().users()).isEqualTo(60);
        assertThat(stored.model().songs()).isEqualTo(40);
    }

    @Test
    void manifest_ofFormat1_isWrittenAsItWasRead() throws IOException {
        copy(KEPT.resolve("models-1"));
        Path model = folder.resolve("2026-11-24T19-42-04Z-a5a6");
        JsonMapper json = JsonMapper.builder().build();
        JsonNode released = json.readTree(model.resolve(ModelFiles.MANIFEST).toFile());

        ModelFiles.writeManifest(model, ModelFiles.readManifest(model));

        assertThat(json.readTree(model.resolve(ModelFiles.MANIFEST).toFile())).isEqualTo(released);
    }

    // Reading may clean up: what is kept stays as it is.
    private void copy(Path kept) throws IOException {
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(kept.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
