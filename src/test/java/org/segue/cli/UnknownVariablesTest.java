package org.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnknownVariablesTest {

    @Test
    void settings_areThoseOfAllMappings() throws Exception {
        assertThat(UnknownVariables.settings()).containsExactlyInAnyOrderElementsOf(mapped());
    }

    @Test
    void settings_allHaveARowInTheDocs() throws IOException {
        String settings = Files.readString(Path.of("data", "docs", "configuration.md"));
        // The one that others are made of is nobody's to set.
        assertThat(UnknownVariables.settings())
                .filteredOn(setting -> !setting.equals("segue.storage.url"))
                .allSatisfy(setting -> assertThat(settings).contains("| `" + setting + "`"));
    }

    @Test
    void among_knowsSettings_andTellsTheOthers() {
        assertThat(UnknownVariables.among(Set.of(
                        "SEGUE_DATA_DIR",
                        "SEGUE_ACCESS_FAILURES_PER_MINUTE",
                        "SEGUE_JAVA_OPTS",
                        "PATH",
                        "SEGUE_MODEL_KEPE",
                        "SEGUE_DATADIR")))
                .containsExactly("SEGUE_DATADIR", "SEGUE_MODEL_KEPE");
    }

    private static Set<String> mapped() throws Exception {
        try (Stream<Path> classes = Files.walk(Path.of("target", "classes", "org", "segue"))) {
            return classes.map(file -> file.toString().replace('/', '.'))
                    .filter(name -> name.endsWith("Config.class"))
                    .map(name -> name.substring("target.classes.".length(), name.length() - ".class".length()))
                    .map(UnknownVariablesTest::load)
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .flatMap(UnknownVariablesTest::properties)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> properties(Class<?> mapping) {
        return ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream()
                .filter(name -> !name.endsWith("[*]"));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
