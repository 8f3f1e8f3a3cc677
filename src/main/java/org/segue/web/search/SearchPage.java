package org.segue.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.SearchWords;
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

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,4}");

    private final UserRepository users;
    private final ArtistRepository artists;
    private final SongRepository songs;
    private final SimilarNames similar;
    private final Access access;

    SearchPage(
            UserRepository users, ArtistRepository artists, SongRepository songs, SimilarNames similar, Access access) {
        this.similar = similar;
        this.users = users;
        this.artists = artists;
        this.songs = songs;
        this.access = access;
    }

    /**
     * The page.
     *
     * @param q starts of words
     * @param page which part of what is found, from 1 on
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestQuery @Nullable String q, @RestQuery @Nullable String page) {
        String typed = FieldText.typed(q);
        boolean tooLong = typed.length() > MAX_LENGTH;
        return tooLong
                ? PageResponse.page(PageResponse.UNPROCESSABLE, Templates.search(SearchView.refused(typed)))
                : PageResponse.page(PageResponse.OK, Templates.search(view(typed, number(page))));
    }

    private static int number(@Nullable String page) {
        return page != null && PAGE.matcher(page).matches() ? Integer.parseInt(page) : 1;
    }

    private SearchView view(String typed, int page) {
        if (typed.isEmpty()) {
            return SearchView.of(typed, 1, MAX_PEOPLE, people(typed, 0, MAX_PEOPLE + 1), List.of(), List.of());
        }
        // Repositories answer an empty text with everything.
        if (!SearchWords.areIn(typed)) {
            return SearchView.of(typed, 1, 0, List.of(), List.of(), List.of());
        }
        SearchView found = found(typed, page);
        return found.isEmpty() ? found.like(similar.names(typed, access.mayReadAll())) : found;
    }

    private SearchView found(String typed, int page) {
        int oneMore = MAX_FOUND + 1;
        int offset = (page - 1) * MAX_FOUND;
        return SearchView.of(
                typed,
                page,
                MAX_FOUND,
                people(typed, offset, oneMore),
                artists.search(typed, offset, oneMore),
                songs.search(typed, offset, oneMore));
    }

    private List<User> people(String typed, int offset, int most) {
        boolean all = access.mayReadAll();
        return users.search(typed, all ? offset : 0, all ? most : Integer.MAX_VALUE).stream()
                .filter(user -> all || access.caller().is(user.id()))
                .skip(all ? 0 : offset)
                .toList();
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(SearchView view);
    }
}
