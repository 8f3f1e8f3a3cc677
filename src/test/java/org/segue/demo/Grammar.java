package org.segue.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules by which names are made: each has a key and alternatives, and an alternative may ask for other rules in braces.
 *
 * <pre>
 * boat: Ketch | Dory
 * title: The {boat} That Wouldn't Sink | Two {boat}s
 * </pre>
 *
 * Immutable.
 */
final class Grammar {

    private static final Pattern REFERENCE = Pattern.compile("\\{(\\w+)}");

    private static final Pattern ARTICLE = Pattern.compile("(?<!\\p{L}|\\p{N}|\')([Aa]) (?=[AEIOUaeiou])");

    private static final Pattern PLURAL_OF_HISS = Pattern.compile("(ss|us|ch|sh|x)s(?!\\p{L})");

    private static final Pattern PLURAL_OF_Y = Pattern.compile("(?<=[a-z&&[^aeiou]])ys(?!\\p{L})");

    private final Map<String, List<String>> rules;

    private Grammar(Map<String, List<String>> rules) {
        this.rules = rules;
    }

    /** Reads one rule a line: {@code key: alternative | alternative}. A line that starts with a bar goes on. */
    static Grammar parse(String text) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (String line : text.replace("\n|", " |").lines().toList()) {
            String[] keyAndValue = line.split(":", 2);
            rules.put(keyAndValue[0].strip(), alternatives(keyAndValue[1]));
        }
        return new Grammar(rules);
    }

    /** What English asks for where words meet: "an owl", "ferries", "thrushes". */
    private static String spelt(String text) {
        String articles = ARTICLE.matcher(text).replaceAll("$1n ");
        String plurals = PLURAL_OF_HISS.matcher(articles).replaceAll("$1es");
        return PLURAL_OF_Y.matcher(plurals).replaceAll("ies");
    }

    private static List<String> alternatives(String text) {
        return Pattern.compile("\\|").splitAsStream(text).map(String::strip).toList();
    }

    /** The alternatives of a rule as they are written. */
    List<String> rule(String key) {
        List<String> alternatives = rules.get(key);
        if (alternatives == null) {
            throw new IllegalArgumentException("no such rule: " + key);
        }
        return alternatives;
    }

    /** A text made by the rule: one of its alternatives, every reference in it made likewise. */
    String make(String key, Dice dice) {
        String text = REFERENCE
                .matcher(dice.pick(rule(key)))
                .replaceAll(found -> Matcher.quoteReplacement(make(found.group(1), dice)));
        return spelt(text);
    }
}
