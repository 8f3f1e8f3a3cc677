package org.segue.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.segue.storage.DataFolder;

/** Every service that a test starts has a data folder of its own, empty at first and gone afterwards. */
@WithTestResource(value = FreshDataFolder.class, scope = TestResourceScope.GLOBAL)
public class FreshDataFolder implements QuarkusTestResourceLifecycleManager {

    private Path folder = Path.of("");

    @Override
    public Map<String, String> start() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-data"));
            folder = Files.createTempDirectory(parent, "service-").toAbsolutePath();
            return Map.of("segue.data-dir", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            DataFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
