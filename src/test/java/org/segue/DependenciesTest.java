package org.segue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Libraries that read what comes from outside are not older than the releases that mend known holes. */
class DependenciesTest {

    @Test
    void netty_isNew_inAllItsParts() throws IOException {
        Properties versions = new Properties();
        for (var url : Collections.list(
                PlatformDependent.class.getClassLoader().getResources("META-INF/io.netty.versions.properties"))) {
            try (InputStream in = url.openStream()) {
                versions.load(in);
            }
        }
        Map<String, String> parts = versions.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".version"))
                .collect(Collectors.toMap(name -> name, versions::getProperty));

        assertThat(parts)
                .containsKeys("netty-codec-http.version", "netty-codec-http2.version", "netty-transport.version");
        assertThat(parts.values())
                .allSatisfy(version ->
                        assertThat(isAtLeast(version, 4, 1, 137)).as(version).isTrue());
    }

    @Test
    void jackson_isNew() {
        String version = new JsonMapper().version().toString();

        assertThat(isAtLeast(version, 2, 21, 8)).as(version).isTrue();
    }

    // 3.51.3 mends a corruption when the write-ahead log is reset, 3.53 what a hostile full-text index can do.
    @Test
    void sqlite_isNew() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                ResultSet version = connection.createStatement().executeQuery("SELECT sqlite_version()")) {
            assertThat(isAtLeast(version.getString(1), 3, 53, 0))
                    .as(version.getString(1))
                    .isTrue();
        }
    }

    private static boolean isAtLeast(String version, int... least) {
        int[] numbers = Arrays.stream(version.split("[^0-9]+"))
                .limit(least.length)
                .mapToInt(Integer::parseInt)
                .toArray();
        return Arrays.compare(numbers, least) >= 0;
    }
}
