package org.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.OddNames;

/** Keys of names against a checksum that the build on Spark compares its own with. */
class OddNamesKeyTest {

    @Test
    void keys_of10000OddNames_areThoseOfBothBuilds() throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        OddNames.first(10_000)
                .map(name -> RecordingKey.of(NameText.cleaned(name.artist()), NameText.cleaned(name.title())) + '\n')
                .forEach(key -> sha256.update(key.getBytes(StandardCharsets.UTF_8)));

        // A new version of the keys has a new checksum.
        assertThat(HexFormat.of().formatHex(sha256.digest()))
                .isEqualTo(Files.readString(Path.of("src/test/resources/odd-names.sha256"))
                        .strip());
    }
}
