package org.segue.protocols.listenbrainz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;

/**
 * Ids that a request asks for, as lists with commas between.
 *
 * @param lists the ids of each list, in lower case and in their order
 */
record Uuids(List<List<String>> lists) {

    /**
     * Those of some parameters.
     *
     * @param most how many there may be
     */
    static Uuids of(int most, @Nullable String... texts) {
        List<List<String>> lists = new ArrayList<>();
        int found = 0;
        for (String text : texts) {
            List<String> ids = new ArrayList<>();
            for (String part : (text == null ? "" : text).split(",", -1)) {
                if (!part.isBlank()) {
                    ids.add(uuid(part));
                }
            }
            found += ids.size();
            lists.add(ids);
        }
        if (found == 0 || found > most) {
            throw Refused.badRequest("Give 1 to %d ids of recordings, with commas between.".formatted(most));
        }
        return new Uuids(lists);
    }

    private static String uuid(String text) {
        String id = RecordingIds.mbid(text);
        if (id == null) {
            throw Refused.badRequest("An id is no UUID: %s".formatted(text.strip()));
        }
        return id;
    }

    /** The ids of one of the parameters. */
    List<String> of(int index) {
        return lists.get(index);
    }
}
