package org.segue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.RecommendationQuery;

/**
 * The question as it was typed, and what is wrong with it.
 *
 * @param asked false on a page that was opened without a question
 * @param user as typed, without the blanks around it
 * @param n as typed, without the blanks around it
 * @param userProblem what is wrong with the user in words, null if nothing is
 * @param nProblem what is wrong with the number in words, null if nothing is
 */
public record HomeForm(
        boolean asked,
        String user,
        String n,
        @Nullable String userProblem,
        @Nullable String nProblem) {

    /** As long as a public id may be. */
    static final int LONGEST_USER = 128;

    static final int DEFAULT_N = 10;
    static final int MOST_N = 500;

    /** A page that was opened without a question. */
    static HomeForm blank() {
        return new HomeForm(false, "", String.valueOf(DEFAULT_N), null, null);
    }

    /**
     * Reads a question; without a number it is one for {@value #DEFAULT_N} songs.
     *
     * @param user as sent, null if missing
     * @param n as sent, null if missing
     */
    static HomeForm read(@Nullable String user, @Nullable String n, Words words) {
        String typedUser = user == null ? "" : user.strip();
        String typedN = n == null || n.isBlank() ? String.valueOf(DEFAULT_N) : n.strip();
        String nProblem = isCount(typedN) ? null : words.countOutOfRange(1, MOST_N);
        return new HomeForm(true, typedUser, typedN, userProblem(typedUser, words), nProblem);
    }

    /** Address of the page that asks this again, relative to the home page. */
    public String address() {
        return asked ? "./?user=" + encode(user) + "&n=" + encode(n) : "./";
    }

    /** The same question of somebody who may not ask it. */
    HomeForm refused(Words words) {
        return new HomeForm(asked, user, n, words.notYours(), nProblem);
    }

    /** Whether there is a question that can be answered. */
    boolean answerable() {
        return asked && userProblem == null && nProblem == null;
    }

    /** The question itself. Only for a form that is {@link #answerable()}. */
    RecommendationQuery query() {
        return RecommendationQuery.forUser(user, Integer.parseInt(n));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable String userProblem(String user, Words words) {
        if (user.isEmpty()) {
            return words.userEmpty();
        }
        return user.length() > LONGEST_USER ? words.userTooLong(LONGEST_USER) : null;
    }

    private static boolean isCount(String typed) {
        try {
            int n = Integer.parseInt(typed);
            return n >= 1 && n <= MOST_N;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
