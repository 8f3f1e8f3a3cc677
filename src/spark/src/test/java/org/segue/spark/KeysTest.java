package org.segue.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.testsupport.OddNames;

/** Keys that Spark makes of names in Parquet against the checksum that the service compares its own with. */
class KeysTest {

    private static final StructType NAMES =
            new StructType().add("place", "int").add("artist_name", "string").add("recording_name", "string");

    @TempDir
    Path folder;

    @Test
    void keys_of10000OddNames_areThoseOfBothBuilds() throws IOException, NoSuchAlgorithmException {
        List<OddNames.Name> names = OddNames.first(10_000).toList();
        List<Row> rows = IntStream.range(0, names.size())
                .mapToObj(k ->
                        RowFactory.create(k, names.get(k).artist(), names.get(k).title()))
                .toList();
        String file = folder.resolve("names").toString();
        SparkSessions.local().createDataFrame(rows, NAMES).write().parquet(file);

        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        SparkSessions.local()
                .read()
                .parquet(file)
                .select(
                        col("place"),
                        Listens.KEY
                                .apply(col("artist_name"), col("recording_name"))
                                .as("key"))
                .sort("place")
                .collectAsList()
                .forEach(row -> sha256.update((row.getString(1) + '\n').getBytes(StandardCharsets.UTF_8)));

        assertThat(HexFormat.of().formatHex(sha256.digest()))
                .isEqualTo(Files.readString(Path.of("../test/resources/odd-names.sha256"))
                        .strip());
    }
}
