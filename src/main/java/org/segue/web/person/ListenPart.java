package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.listens.Listen;

/**
 * A page of a person's listens.
 *
 * @param rows newest first
 * @param next place of the page after it in an address, null if there is none
 */
@TemplateData
public record ListenPart(List<ListenRow> rows, @Nullable String next) {

    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,18})-(\\d{1,9})");
    private static final Listen AFTER_ALL = new Listen(0, Long.MAX_VALUE, Integer.MAX_VALUE);

    /**
     * A listen as the page shows it.
     *
     * @param at when it began, in seconds since 1970
     * @param song the song
     */
    @TemplateData
    public record ListenRow(long at, Song song) {

        /** When it began. */
        public Instant time() {
            return Instant.ofEpochSecond(at);
        }

        /** When it began, for programs: ISO 8601. */
        public String moment() {
            return time().toString();
        }

        private static ListenRow of(Listen listen, Song song) {
            return new ListenRow(listen.listenedAt(), song);
        }
    }

    /** The listen after which a page begins: the one that an address names, else before the newest. */
    static Listen place(@Nullable String before) {
        Matcher place = PLACE.matcher(before == null ? "" : before);
        return place.matches()
                ? new Listen(0, Long.parseLong(place.group(1)), Integer.parseInt(place.group(2)))
                : AFTER_ALL;
    }

    /**
     * A page.
     *
     * @param listens newest first
     * @param songs of the listens by key; a listen whose song has been deleted is left out
     * @param full whether there may be more
     */
    static ListenPart of(List<Listen> listens, Map<Integer, Song> songs, boolean full) {
        List<ListenRow> rows = new ArrayList<>();
        for (Listen listen : listens) {
            Song song = songs.get(listen.songId());
            if (song != null) {
                rows.add(ListenRow.of(listen, song));
            }
        }
        return new ListenPart(rows, full ? place(listens.get(listens.size() - 1)) : null);
    }

    private static String place(Listen last) {
        return "%d-%d".formatted(last.listenedAt(), last.songId());
    }
}
