package org.segue.web.tokens;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Claim;
import org.segue.access.Claims;
import org.segue.access.NewToken;
import org.segue.access.OwnAddress;
import org.segue.access.Token;
import org.segue.access.Tokens;
import org.segue.access.TooManyTokensException;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.Catalog;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.HouseRepository.LikelyDouble;
import org.segue.catalog.User;
import org.segue.people.PeopleService;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.PageResponse;

/**
 * The page of users' tokens, for the administrator.
 */
@Path("/tokens")
@Blocking
public class TokensPage {

    private static final int MAX_USER_LENGTH = 128;
    private static final int MAX_NAME_LENGTH = 100;

    /** No public id has such a character. */
    private static final String SOMEBODY_NEW = "+";

    private final Tokens tokens;
    private final Claims claims;
    private final HouseRepository house;
    private final Catalog catalog;
    private final PeopleService people;
    private final Access access;
    private final Language language;

    TokensPage(
            Tokens tokens,
            Claims claims,
            HouseRepository house,
            Catalog catalog,
            PeopleService people,
            Access access,
            Language language) {
        this.tokens = tokens;
        this.claims = claims;
        this.house = house;
        this.catalog = catalog;
        this.people = people;
        this.access = access;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param administrator whether the administrator asks; others see no token
     * @param order the form
     * @param made a token that this very answer tells, null on all others
     * @param madeFor name of the person whose that is, empty if there is none
     * @param own where players reach Segue, as far as it knows
     * @param tokens newest first
     * @param doubles users who may be one person
     * @param claim how the service got its administrator, null unless it was claimed
     */
    @TemplateData
    public record TokensView(
            boolean administrator,
            TokenOrder order,
            @Nullable NewToken made,
            String madeFor,
            String own,
            List<TokenRow> tokens,
            List<LikelyDouble> doubles,
            @Nullable Claim claim) {}

    /**
     * A token that is wanted, as it was typed.
     *
     * @param user public id, or the name of a new user
     * @param name what it is for
     * @param isForHashing whether it is for a player that sends a hash of it alone
     * @param problem what is wrong in words, empty if nothing is
     * @param brought users whom imports brought under that name: the administrator says whether the person is one of them
     */
    @TemplateData
    public record TokenOrder(String user, String name, boolean isForHashing, String problem, List<User> brought) {

        private static TokenOrder of(String user) {
            return new TokenOrder(user, "", false, "", List.of());
        }

        private TokenOrder with(String otherProblem) {
            return new TokenOrder(user, name, isForHashing, otherProblem, List.of());
        }
    }

    /**
     * A token without its secret.
     *
     * @param id its number
     * @param user public id of whom it belongs to
     * @param person name of that one
     * @param name what it is for, may be empty
     * @param at when it was made
     */
    @TemplateData
    public record TokenRow(int id, String user, String person, String name, Instant at) {}

    /**
     * The page.
     *
     * @param user for whom a token is wanted
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestQuery @Nullable String user, @Context HttpServerRequest http) {
        String wanted = FieldText.typed(user);
        return PageResponse.page(
                PageResponse.OK, page(TokenOrder.of(wanted.length() > MAX_USER_LENGTH ? "" : wanted), null, http));
    }

    /**
     * Makes a token, and shows it.
     *
     * @param user public id, or the name of a new user
     * @param name what it is for
     * @param audioscrobbler {@code true} if it is for a player that sends a hash of it alone
     * @param same public id of the user of that name whom an import brought and who is meant; {@value #SOMEBODY_NEW} if none is,
     *     null if nobody has asked
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> make(
            @RestForm @Nullable String user,
            @RestForm @Nullable String name,
            @RestForm @Nullable String audioscrobbler,
            @RestForm @Nullable String same,
            @Context HttpServerRequest http) {
        TokenOrder typed = checked(FieldText.typed(user), FieldText.typed(name), "true".equals(audioscrobbler));
        TokenOrder order = asked(typed, FieldText.typed(same));
        if (!order.problem().isEmpty()) {
            return PageResponse.page(PageResponse.UNPROCESSABLE, page(order, null, http));
        }
        try {
            NewToken made = create(order, FieldText.typed(same));
            return PageResponse.page(PageResponse.OK, page(TokenOrder.of(""), made, http));
        } catch (TooManyTokensException e) {
            return PageResponse.page(
                    PageResponse.CONFLICT, page(order.with(messages().tooMany()), null, http));
        } catch (AmbiguousNameException e) {
            return PageResponse.page(
                    PageResponse.UNPROCESSABLE, page(order.with(language.say(e.sentence())), null, http));
        }
    }

    private NewToken create(TokenOrder order, String same) {
        Optional<User> meant = catalog.user(same).join();
        meant.ifPresent(user -> people.call(user, order.user()));
        return tokens.create(meant.map(User::publicId).orElse(order.user()), order.name(), order.isForHashing());
    }

    // A name that only an import has brought may be that of somebody else.
    private TokenOrder asked(TokenOrder order, String same) {
        if (!order.problem().isEmpty() || !same.isEmpty() || isOfHouse(order.user())) {
            return order;
        }
        List<User> brought = catalog.usersCalled(order.user()).join();
        return brought.isEmpty()
                ? order
                : new TokenOrder(
                        order.user(),
                        order.name(),
                        order.isForHashing(),
                        messages().brought(order.user()),
                        brought);
    }

    private boolean isOfHouse(String name) {
        try {
            return house.find(name).isPresent();
        } catch (AmbiguousNameException e) {
            return true;
        }
    }

    private TokenOrder checked(String user, String name, boolean isForHashing) {
        TokensMessages messages = messages();
        String problem = "";
        if (user.isEmpty()) {
            problem = messages.nobody();
        } else if (user.length() > MAX_USER_LENGTH || name.length() > MAX_NAME_LENGTH) {
            problem = messages.tooLong(MAX_USER_LENGTH, MAX_NAME_LENGTH);
        } else if (FieldText.isOdd(user) || FieldText.isOdd(name)) {
            problem = messages.odd();
        }
        return new TokenOrder(user, name, isForHashing, problem, List.of());
    }

    private TokensMessages messages() {
        return language.messages(TokensMessages.class);
    }

    private TemplateInstance page(TokenOrder order, @Nullable NewToken made, HttpServerRequest http) {
        boolean administrator = access.caller().administrator();
        return Templates.tokens(new TokensView(
                administrator,
                order,
                made,
                made == null ? "" : nameOf(made.token().user()),
                OwnAddress.of(http),
                administrator ? newestFirst() : List.of(),
                administrator ? house.likelyDoubles() : List.of(),
                administrator ? claims.find().orElse(null) : null));
    }

    private List<TokenRow> newestFirst() {
        List<Token> all = tokens.list();
        return IntStream.rangeClosed(1, all.size())
                .mapToObj(back -> row(all.get(all.size() - back)))
                .toList();
    }

    private TokenRow row(Token token) {
        return new TokenRow(token.id(), token.user(), nameOf(token.user()), token.name(), token.createdAt());
    }

    private String nameOf(String publicId) {
        return catalog.user(publicId).join().map(User::name).orElse(publicId);
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tokens(TokensView view);
    }
}
