package org.segue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFilterTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private final LogFilter filter = new LogFilter();

    @ParameterizedTest
    @CsvSource({
        "'plain – ünïcödé 夜 🌊', 'plain – ünïcödé 夜 🌊'",
        "'two\nlines\rand more\ttabs', 'two\\nlines\\u000dand more\\u0009tabs'",
        "'red \u001b[31m and bell \u0007', 'red \\u001b[31m and bell \\u0007'",
        "'\u202eturned around', '\\u202eturned around'",
        "'line\u2028separator \u0085', 'line\\u2028separator \\u0085'"
    })
    void text_whatMachinesObey_isEscaped(String text, String expected) {
        assertThat(LogText.of(text)).isEqualTo(expected);
    }

    @Test
    void text_tooLong_isCutOff() {
        assertThat(LogText.of("a".repeat(1000))).hasSize(1000);
        assertThat(LogText.of("a".repeat(4321))).isEqualTo("a".repeat(1000) + "… (3321 more characters)");
    }

    @Test
    void isLoggable_whatFillsAMessage_isEscapedAndTheMessageStays() {
        ExtLogRecord logged = logged("org.segue.x", "Shown once: %s%nand %d", FormatStyle.PRINTF);
        logged.setParameters(new Object[] {"a\n2026 ERROR forged", 7L});

        assertThat(lines(logged)).isEqualTo("Shown once: a\\n2026 ERROR forged%nand 7".formatted());
    }

    @Test
    void isLoggable_messageOfALibrary_isEscapedAsAWhole() {
        assertThat(lines(logged("some.library", "Bad request: /a\n2026 ERROR forged", FormatStyle.NO_FORMAT)))
                .isEqualTo("Bad request: /a\\n2026 ERROR forged");
        assertThat(lines(logged("org.segue.x", "two\nlines \u001b[0m", FormatStyle.NO_FORMAT)))
                .isEqualTo("two\nlines \\u001b[0m");
    }

    @Test
    void isLoggable_exceptions_keepNamesStacksAndCauses_butNotWhatTheyQuote() {
        IOException cause = new IOException("cause\nforged");
        IllegalStateException thrown = new IllegalStateException("outer\u001b[2J", cause);
        thrown.addSuppressed(new IOException("suppressed\nforged"));
        cause.initCause(thrown); // a ring
        ExtLogRecord logged = logged("org.segue.x", "It failed", FormatStyle.NO_FORMAT);
        logged.setThrown(thrown);

        assertThat(lines(logged))
                .startsWith("It failed: java.lang.IllegalStateException: outer\\u001b[2J\n\tat org.segue.text")
                .contains(
                        "Caused by: java.io.IOException: cause\\nforged",
                        "Suppressed: java.io.IOException: suppressed\\n")
                .doesNotContain("\nforged");
    }

    @Test
    void isLoggable_aFlood_isCutOffAndTold() {
        List<String> first = IntStream.range(0, 500)
                .filter(i -> filter.isLoggable(flood(NOW)))
                .mapToObj(i -> "logged")
                .toList();
        ExtLogRecord next = flood(NOW.plusSeconds(1));

        assertThat(first).hasSize(LogFilter.MAX_A_SECOND);
        assertThat(filter.isLoggable(logged("org.segue.x", "Something else", FormatStyle.NO_FORMAT)))
                .isTrue();
        assertThat(filter.isLoggable(next)).isTrue();
        assertThat(new PatternFormatter("%s").format(next)).isEqualTo("No file x (480 like it were left out)");
        assertThat(filter.isLoggable(flood(NOW.plusSeconds(2)))).isTrue();
    }

    private static ExtLogRecord flood(Instant time) {
        ExtLogRecord logged = logged("org.segue.x", "No file %s", FormatStyle.PRINTF);
        logged.setParameters(new Object[] {"x"});
        logged.setInstant(time);
        return logged;
    }

    private String lines(ExtLogRecord logged) {
        assertThat(filter.isLoggable(logged)).isTrue();
        return new PatternFormatter("%s%e").format(logged);
    }

    private static ExtLogRecord logged(String logger, String message, FormatStyle style) {
        ExtLogRecord logged = new ExtLogRecord(Level.INFO, message, style, LogFilterTest.class.getName());
        logged.setLoggerName(logger);
        logged.setInstant(NOW);
        return logged;
    }
}
