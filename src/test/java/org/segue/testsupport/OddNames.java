package org.segue.testsupport;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names of artists and titles as tags, players and people write them: of any script, with guests, marks, quotes, odd spaces and what cannot be seen. The same on every machine; both
 * builds make keys of them, and both compare them with the same list. Of characters that Java 17 knows.
 */
public final class OddNames {

    private static final List<String> WORDS = List.of(
            "The",
            "Beatles",
            "AC/DC",
            "R.E.M.",
            "Sigur Rós",
            "Mötley Crüe",
            "Ke$ha",
            "!!!",
            "P!nk",
            "Beyoncé",
            "Björk",
            "宇多田ヒカル",
            "周杰倫",
            "방탄소년단",
            "Кино",
            "Δελτα",
            "שלום",
            "فيروز",
            "สวัสดี",
            "नमस्ते",
            "ＡＢＢＡ",
            "İstanbul",
            "STRASSE",
            "straße",
            "ﬁre",
            "Ⅷ",
            "½",
            "x²",
            "😀",
            "🎵",
            "a\u0301",
            "e\u0308",
            "\u200d",
            "\u00a0",
            "O’Neal",
            "O'Neal");

    private static final List<String> GLUE = List.of(
            " ",
            "  ",
            " & ",
            " and ",
            " feat. ",
            " (feat. ",
            ", The",
            " - ",
            " – ",
            " / ",
            "/",
            ".",
            "...",
            " (Live)",
            " [Remastered 2011]",
            " (Official Video)",
            " - Topic",
            "\t",
            " x ",
            " vs. ",
            "'",
            "\"",
            "&amp;",
            ")",
            "]",
            " ft ",
            " (2009 Remaster)",
            " - Remix",
            "、",
            "・");

    private OddNames() {}

    /** An artist and a title. */
    public record Name(String artist, String title) {}

    /** The first so many. */
    public static Stream<Name> first(int count) {
        return IntStream.range(0, count).mapToObj(k -> {
            SplittableRandom random = new SplittableRandom(k);
            return new Name(text(random), text(random));
        });
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        for (int parts = random.nextInt(4); parts > 0; parts--) {
            text.append(GLUE.get(random.nextInt(GLUE.size()))).append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return random.nextInt(3) == 0 ? text + GLUE.get(random.nextInt(GLUE.size())) : text.toString();
    }
}
