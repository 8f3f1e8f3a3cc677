package org.segue.demo;

import java.util.List;

/**
 * A corner of the invented music world with a vocabulary of its own.
 *
 * @param name what its listeners would call it
 * @param near names of the scenes whose listeners overlap with this one's
 * @param words makes artists (rule {@code artist}), albums ({@code album}) and songs ({@code title})
 */
record Scene(String name, List<String> near, Grammar words) {

    private static final String SHARED = """
            number: Two | Three | Four | Five | Six | Seven | Nine | Eleven | Twelve | Nineteen
            weekday: Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
            month: January | February | March | April | May | June | July | August | September | October | November | December
            roman: I | II | III | IV | V
            """;

    /** Reads a scene from its rules; {@code scene} and {@code near} name it and its neighbors. */
    static Scene parse(String rules) {
        Grammar words = Grammar.parse(SHARED + rules);
        return new Scene(words.rule("scene").get(0), words.rule("near"), words);
    }
}
