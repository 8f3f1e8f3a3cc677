package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LineLimitReaderTest {

    private static final int MAX_LENGTH = LineLimitReader.MAX_LINE_LENGTH;

    @Test
    void read_shortLines_areUnchanged() throws IOException {
        String text = "one\r\ntwo\n\nthree".repeat(100);

        assertThat(read(text)).isEqualTo(text);
    }

    @Test
    void read_longLine_isCutAndTheNextIsWhole() throws IOException {
        String text = "a".repeat(3 * MAX_LENGTH) + "\nnext\n" + "b".repeat(MAX_LENGTH) + "\r\nlast";

        assertThat(read(text)).isEqualTo("a".repeat(MAX_LENGTH) + "\nnext\n" + "b".repeat(MAX_LENGTH) + "\r\nlast");
    }

    @Test
    void read_oneByOne_isTheSame() throws IOException {
        LineLimitReader reader = new LineLimitReader(new StringReader("a".repeat(MAX_LENGTH + 5) + "\nb"));
        StringBuilder text = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            text.append((char) c);
        }

        assertThat(text.toString()).isEqualTo("a".repeat(MAX_LENGTH) + "\nb");
    }

    @Test
    void read_characterThatNoTextHas_isReplaced() throws IOException {
        assertThat(read("a\uFFFFb")).isEqualTo("a\uFFFDb");
    }

    private static String read(String text) throws IOException {
        StringWriter out = new StringWriter();
        new LineLimitReader(new StringReader(text)).transferTo(out);
        return out.toString();
    }
}
