package org.segue.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Artist;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.SearchWords;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.web.FieldText;
import org.segue.web.PageResponse;

/** The search page: people, artists and songs; before anything is typed, the people of the household. */
@Path("/search")
@Blocking
public class SearchPage {

    /** Longest text to search for, as in the API. */
    private static final int MAX_LENGTH = 200;

    private static final int MAX_FOUND = 10;
    private static final int MAX_PEOPLE = 50;

    private final UserRepository users;
    private final ArtistRepository artists;
    private final SongRepository songs;
    private final Access access;

    SearchPage(UserRepository users, ArtistRepository artists, SongRepository songs, Access access) {
        this.users = users;
        this.artists = artists;
        this.songs = songs;
        this.access = access;
    }

    /**
     * What the page shows.
     *
     * @param typed without the blanks around it
     * @param tooLong whether it is too long to be searched for
     * @param people oldest first, as far as the caller may know
     * @param artists popular first
     * @param songs popular first
     * @param more whether there are more people, artists or songs
     */
    @TemplateData
    public record SearchView(
            String typed, boolean tooLong, List<User> people, List<Artist> artists, List<Song> songs, boolean more) {

        private static SearchView of(
                String typed, int most, List<User> people, List<Artist> artists, List<Song> songs) {
            boolean more = people.size() > most || artists.size() > most || songs.size() > most;
            return new SearchView(typed, false, first(most, people), first(most, artists), first(most, songs), more);
        }

        private static <T> List<T> first(int most, List<T> found) {
            return found.subList(0, Math.min(most, found.size()));
        }

        /** Whether there is nothing to show. */
        public boolean isEmpty() {
            return people.isEmpty() && artists.isEmpty() && songs.isEmpty();
        }
    }

    /**
     * The page.
     *
     * @param q starts of words
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestQuery @Nullable String q) {
        String typed = FieldText.typed(q);
        boolean tooLong = typed.length() > MAX_LENGTH;
        return tooLong
                ? PageResponse.page(PageResponse.UNPROCESSABLE, Templates.search(refused(typed)))
                : PageResponse.page(PageResponse.OK, Templates.search(view(typed)));
    }

    private SearchView refused(String typed) {
        return new SearchView(typed, true, List.of(), List.of(), List.of(), false);
    }

    private SearchView view(String typed) {
        if (typed.isEmpty()) {
            return SearchView.of(typed, MAX_PEOPLE, people(typed, MAX_PEOPLE + 1), List.of(), List.of());
        }
        // Repositories answer an empty text with everything.
        return SearchWords.areIn(typed) ? found(typed) : SearchView.of(typed, 0, List.of(), List.of(), List.of());
    }

    private SearchView found(String typed) {
        int oneMore = MAX_FOUND + 1;
        return SearchView.of(
                typed,
                MAX_FOUND,
                people(typed, oneMore),
                artists.search(typed, 0, oneMore),
                songs.search(typed, 0, oneMore));
    }

    private List<User> people(String typed, int most) {
        boolean all = access.mayReadAll();
        return users.search(typed, 0, all ? most : Integer.MAX_VALUE).stream()
                .filter(user -> all || access.caller().is(user.id()))
                .toList();
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(SearchView view);
    }
}
