package org.segue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segue.training.Tuning;
import picocli.CommandLine;

class HyperparameterOptionsTest {

    @CommandLine.Command
    private static final class Asked {
        @CommandLine.Mixin
        private HyperparameterOptions options = new HyperparameterOptions();
    }

    private static HyperparameterOptions parse(String... arguments) {
        Asked asked = new Asked();
        new CommandLine(asked).parseArgs(arguments);
        return asked.options;
    }

    @Test
    void tuning_isSearchedUnlessItIsSwitchedOff() {
        assertThat(parse().tuning()).isEqualTo(Tuning.ALL);
        assertThat(parse("--tune").tuning()).isEqualTo(Tuning.ALL);
        assertThat(parse("--no-tune").tuning()).isNull();
        assertThat(parse("--objective", "explicit").tuning()).isNull();
    }
}
