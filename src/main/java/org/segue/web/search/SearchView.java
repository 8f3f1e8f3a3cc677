package org.segue.web.search;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.segue.catalog.Artist;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.web.FieldText;

/**
 * What the search page shows.
 *
 * @param typed without the blanks around it
 * @param page which part of what is found, from 1 on
 * @param found what matches
 * @param more whether there are more people, artists or songs
 * @param similar names that may be meant where nothing matches
 */
@TemplateData
public record SearchView(String typed, int page, Found found, boolean more, List<Name> similar) {

    private static final int TOO_LONG = 0;

    /**
     * What matches.
     *
     * @param people oldest first, as far as the caller may know
     * @param artists popular first
     * @param songs popular first
     */
    @TemplateData
    public record Found(List<User> people, List<Artist> artists, List<Song> songs) {}

    /**
     * A name that may be meant.
     *
     * @param text as it is written
     */
    @TemplateData
    public record Name(String text) {

        /** The name as a part of an address. */
        public String address() {
            return FieldText.encoded(text);
        }
    }

    static SearchView of(String typed, int page, int most, List<User> people, List<Artist> artists, List<Song> songs) {
        boolean more = people.size() > most || artists.size() > most || songs.size() > most;
        Found found = new Found(first(most, people), first(most, artists), first(most, songs));
        return new SearchView(typed, page, found, more, List.of());
    }

    /** A page for a text that is too long to be searched for. */
    static SearchView refused(String typed) {
        return new SearchView(typed, TOO_LONG, new Found(List.of(), List.of(), List.of()), false, List.of());
    }

    /** The same with names that may be meant. */
    SearchView like(List<Name> names) {
        return new SearchView(typed, page, found, more, names);
    }

    private static <T> List<T> first(int most, List<T> found) {
        return found.subList(0, Math.min(most, found.size()));
    }

    /** Whether the text is too long to be searched for. */
    public boolean isTooLong() {
        return page == TOO_LONG;
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return found.people().isEmpty()
                && found.artists().isEmpty()
                && found.songs().isEmpty();
    }

    /** What was typed as a part of an address. */
    public String address() {
        return FieldText.encoded(typed);
    }

    /** Number of the page before. */
    public int before() {
        return page - 1;
    }

    /** Number of the page after. */
    public int after() {
        return page + 1;
    }
}
