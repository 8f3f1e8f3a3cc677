package org.segue.protocols.lastfm;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.access.LastFmFailure;

/**
 * The fields of a request, of its query and of the form that is its body, which comes before the query; of several with one
 * name the first counts.
 */
final class FormFields {

    private static final int MAX_FIELDS = 1000;
    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z]+)\\[(\\d{1,4})]");

    private final Map<String, List<String>> fields;

    private FormFields(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * The fields of a request.
     *
     * @throws LastFmException if its escapes are none
     */
    static FormFields of(@Nullable String query, byte @Nullable [] body) {
        Map<String, List<String>> fields = new HashMap<>();
        if (query != null) {
            fields.putAll(decoded(query));
        }
        if (body != null) {
            fields.putAll(decoded(new String(body, StandardCharsets.UTF_8)));
        }
        return new FormFields(fields);
    }

    private static Map<String, List<String>> decoded(String form) {
        try {
            return new QueryStringDecoder(form, StandardCharsets.UTF_8, false, MAX_FIELDS, true).parameters();
        } catch (IllegalArgumentException e) {
            throw new LastFmException(LastFmFailure.INVALID, "A percent sign of the form has no two digits behind it.");
        }
    }

    /** The text of a field, empty if there is none. */
    String text(String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The numbers of fields of some names, like {@code artist[0]}, ascending. */
    SortedSet<Integer> numbers(Set<String> names) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String name : fields.keySet()) {
            Matcher numbered = NUMBERED.matcher(name);
            if (numbered.matches() && names.contains(numbered.group(1))) {
                numbers.add(Integer.valueOf(numbered.group(2)));
            }
        }
        return numbers;
    }
}
