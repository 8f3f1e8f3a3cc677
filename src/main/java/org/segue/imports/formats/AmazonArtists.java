package org.segue.imports.formats;

import java.util.HashMap;
import java.util.Map;

/** What Amazon's numbers of artists mean. For one thread. */
final class AmazonArtists {

    private static final int MAX_NAMES = 1_000_000;

    private final Map<String, String> names = new HashMap<>();

    /** Takes the name of a number. */
    void tell(String asin, String name) {
        if (names.size() < MAX_NAMES) {
            names.putIfAbsent(asin, name);
        }
    }

    /**
     * The name of a number.
     *
     * @throws BadRowException if no file tells it
     */
    String of(String asin) throws BadRowException {
        String name = names.get(asin);
        if (name == null) {
            throw new BadRowException(RowPhrase.AMAZON_ARTIST.with(Fields.shown(asin)));
        }
        return name;
    }
}
