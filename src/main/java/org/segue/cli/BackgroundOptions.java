package org.segue.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of {@code segue evaluate} for users who are folded into a model that has not seen them. */
final class BackgroundOptions {

    /** All of the background. */
    static final int ALL = Integer.MAX_VALUE;

    @Option(
            names = "--background",
            split = ",",
            paramLabel = "N|all",
            description =
                    "Instead: users whose id, halved, is even are a background (of ids that are no numbers, every second); the others"
                            + " are folded in one at a time into a model of N of the background, 300,1000,all for instance, and"
                            + " compared with one model of everybody")
    private List<String> sizes = List.of();

    @Option(
            names = "--known",
            converter = CountConverter.class,
            split = ",",
            paramLabel = "K",
            description =
                    "With --background: also what is found for users of whom the first K songs are known, 1,2,3,5,10,20 for instance")
    private List<Integer> known = List.of();

    /** How many users of the background to train on, {@link #ALL} for all; none to test in the usual way. */
    List<Integer> sizes() {
        List<Integer> numbers = new ArrayList<>();
        for (String size : sizes) {
            numbers.add(size.equalsIgnoreCase("all") ? ALL : number(size));
        }
        return numbers;
    }

    private static int number(String size) {
        try {
            int number = Integer.parseInt(size);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "illegal --background: %s, must be a number of users or all".formatted(size));
    }

    /** How many songs are known of users, ascending. */
    List<Integer> known() {
        if (!known.isEmpty() && sizes.isEmpty()) {
            throw new IllegalArgumentException("illegal --known: it goes with --background");
        }
        return known.stream().sorted().distinct().toList();
    }
}
