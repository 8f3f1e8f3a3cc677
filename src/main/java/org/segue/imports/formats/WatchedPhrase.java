package org.segue.imports.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What Google's Takeout writes around the title of what was watched, in the language of the account: "Watched …", "… angesehen".
 * It is what most titles at the start of the file have in common, whatever the language.
 *
 * @param before ahead of the title, with the blank behind it
 * @param after behind the title, with the blank before it
 */
record WatchedPhrase(String before, String after) {

    /** Of so few titles what they have in common says nothing. */
    private static final int FEWEST = 5;

    private static final List<WatchedPhrase> KNOWN = List.of(
            new WatchedPhrase("Watched ", ""),
            new WatchedPhrase("", " angesehen"),
            new WatchedPhrase("Vous avez regardé ", ""),
            new WatchedPhrase("Has visto ", ""),
            new WatchedPhrase("Hai guardato ", ""),
            new WatchedPhrase("Assistiu a ", ""),
            new WatchedPhrase("", " bekeken"),
            new WatchedPhrase("Tittade på ", ""));

    private static final WatchedPhrase NONE = new WatchedPhrase("", "");

    /** What stands around the titles of a file that starts so. */
    static WatchedPhrase of(FileHead head) {
        List<String> titles = titles(String.join("\n", head.lines()));
        for (WatchedPhrase known : KNOWN) {
            if (2 * titles.stream().filter(known::isAround).count() > titles.size()) {
                return known;
            }
        }
        return titles.stream().distinct().count() < FEWEST ? NONE : inCommon(titles);
    }

    private static List<String> titles(String text) {
        List<String> titles = new ArrayList<>();
        try (JsonParser parser = JsonEntries.parser(new StringReader(text))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "title".equals(parser.currentName())) {
                    titles.add(spaced(parser.getText()));
                }
            }
        } catch (IOException e) {
            // Cut off where the head ends: what was there so far counts.
            return titles;
        }
        return titles;
    }

    private static WatchedPhrase inCommon(List<String> titles) {
        String before = titles.get(0);
        String after = before;
        for (String title : titles) {
            int same = 0;
            while (same < Math.min(before.length(), title.length()) && before.charAt(same) == title.charAt(same)) {
                same++;
            }
            before = before.substring(0, same);
            same = 0;
            while (same < Math.min(after.length(), title.length())
                    && after.charAt(after.length() - 1 - same) == title.charAt(title.length() - 1 - same)) {
                same++;
            }
            after = after.substring(after.length() - same);
        }
        int blank = after.indexOf(' ');
        return new WatchedPhrase(
                before.substring(0, before.lastIndexOf(' ') + 1), blank < 0 ? "" : after.substring(blank));
    }

    /** A title without what stands around it. */
    String without(String title) {
        String text = spaced(title);
        return isAround(text) ? text.substring(before.length(), text.length() - after.length()) : title;
    }

    private boolean isAround(String title) {
        return title.length() > before.length() + after.length() && title.startsWith(before) && title.endsWith(after);
    }

    // Some languages have a blank there that does not break a line.
    private static String spaced(String title) {
        return title.replace('\u00a0', ' ').strip();
    }
}
