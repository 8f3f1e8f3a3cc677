package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedQuotesReaderTest {

    private final List<Long> unclosed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n",
                "\"a\",\"b\"\n",
                "a,\"two\nlines\"\nb\n",
                "a,\"b \"\"c\"\"\"\n",
                "7\" mix,b\nc\" d,e\n",
                "\"a\"b,c\n",
                "\n\n\n",
                "\"\",\"\"\n",
                "a, \"b\n"
            })
    void read_closedQuotes_passUnchanged(String text) throws IOException {
        assertThat(read(text)).isEqualTo(text);
        assertThat(unclosed).isEmpty();
    }

    @Test
    void read_unclosedQuote_holdsBackItsLineAlone() throws IOException {
        String good = "x,y\n".repeat(50);

        assertThat(read(good + "a,\"b\n" + good + "\"c\n" + good)).isEqualTo(good + "\n" + good + "\n" + good);
        assertThat(unclosed).containsExactly(51L, 102L);
    }

    @Test
    void read_fieldOfManyLines_isHeldBackLineByLine() throws IOException {
        String lines = "line\n".repeat(ClosedQuotesReader.MAX_LINES + 1);

        assertThat(read("\"" + lines + "end\"\nrest\n")).isEqualTo("\n" + lines.substring(5) + "end\"\nrest\n");
        assertThat(unclosed).containsExactly(1L);
    }

    @Test
    void read_unclosedBeforeQuotedRows_leavesThoseWhole() throws IOException {
        String rows = "a,\"b\",c\nd,\"e \"\"f\"\"\",g\n";

        assertThat(read("x,\"open\n" + rows)).isEqualTo("\n" + rows);
        assertThat(unclosed).containsExactly(1L);
    }

    @Test
    void read_unclosedInTheLastLine_isHeldBack() throws IOException {
        assertThat(read("a\n\"b")).isEqualTo("a\n\n");
        assertThat(unclosed).containsExactly(2L);
    }

    private String read(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (ClosedQuotesReader reader = new ClosedQuotesReader(new StringReader(text), ',', unclosed::add)) {
            reader.transferTo(out);
        }
        return out.toString();
    }
}
