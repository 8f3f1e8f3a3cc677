package org.segue.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Questions and answers, line by line: of somebody at a keyboard, or of a pipe. For one thread. */
final class Terminal {

    private static final String NO_MORE =
            "There are no more answers. What is done is kept: run segue setup again to go on.";

    private final BufferedReader answers;
    private final PrintWriter words;
    private final @Nullable Console console;

    /**
     * A terminal.
     *
     * @param answers where answers come from, a line each
     * @param words where questions go
     * @param console what can read a secret without showing it, null if nothing can
     */
    Terminal(Reader answers, PrintWriter words, @Nullable Console console) {
        this.answers = new BufferedReader(answers);
        this.words = words;
        this.console = console;
    }

    /** Says a line. */
    void say(String line) {
        words.println(line);
        words.flush();
    }

    /** The answer to a question, stripped; empty if there is none. */
    String ask(String question) {
        words.print(question + " ");
        words.flush();
        try {
            String line = answers.readLine();
            if (line == null) {
                words.println();
                throw new SetupException(NO_MORE);
            }
            return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, not shown while it is typed. */
    String askSecret(String question) {
        if (console == null) {
            return ask(question);
        }
        char[] typed = console.readPassword("%s ", question);
        if (typed == null) {
            throw new SetupException(NO_MORE);
        }
        return new String(typed).strip();
    }

    /** Whether the answer is yes; an empty one is the usual one. */
    boolean askWhether(String question, boolean usually) {
        while (true) {
            String answer = ask(question + (usually ? " [Y/n]" : " [y/N]")).toLowerCase(Locale.ROOT);
            if (answer.isEmpty()) {
                return usually;
            }
            if (List.of("y", "yes", "n", "no").contains(answer)) {
                return answer.startsWith("y");
            }
            say("Answer y for yes or n for no.");
        }
    }

    /** The number of a choice, from 1 on; an empty answer is the last choice. */
    int choose(String question, List<String> choices) {
        for (int k = 0; k < choices.size(); k++) {
            say("  %d  %s".formatted(k + 1, choices.get(k)));
        }
        while (true) {
            String answer = ask("%s [%d]".formatted(question, choices.size()));
            if (answer.isEmpty()) {
                return choices.size();
            }
            if (answer.matches("[0-9]{1,3}")
                    && Integer.parseInt(answer) >= 1
                    && Integer.parseInt(answer) <= choices.size()) {
                return Integer.parseInt(answer);
            }
            say("Answer a number from 1 to %d.".formatted(choices.size()));
        }
    }
}
