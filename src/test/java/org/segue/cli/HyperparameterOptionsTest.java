package org.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segue.training.TuningSpace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class HyperparameterOptionsTest {

    @Test
    void tuning_nothingSaid_isEverything() {
        assertThat(parsed().spec().tuning()).isEqualTo(TuningSpace.ALL);
        assertThat(parsed("--tune").spec().tuning()).isEqualTo(TuningSpace.ALL);
    }

    @Test
    void tuning_noTune_isNone() {
        assertThat(parsed("--no-tune").spec().tuning()).isNull();
    }

    @Test
    void tuning_valuesSaid_stay() {
        assertThat(parsed("--embedding-dim", "32", "--epochs", "9").spec().tuning())
                .isEqualTo(new TuningSpace(false, true, true, true, false));
        assertThat(parsed(
                                "--embedding-dim",
                                "32",
                                "--epochs",
                                "9",
                                "--regularization",
                                "0.1",
                                "--unobserved-weight",
                                "0.1",
                                "--confidence",
                                "log")
                        .spec()
                        .tuning())
                .isNull();
    }

    @Test
    void tuning_explicitObjective_isNone() {
        assertThat(parsed("--objective", "explicit").spec().tuning()).isNull();
    }

    private static HyperparameterOptions parsed(String... arguments) {
        Wanted wanted = new Wanted();
        new CommandLine(wanted).parseArgs(arguments);
        return wanted.options;
    }

    @Command
    private static final class Wanted {
        @Mixin
        private final HyperparameterOptions options = new HyperparameterOptions();
    }
}
