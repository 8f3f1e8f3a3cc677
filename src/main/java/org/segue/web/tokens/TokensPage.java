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
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.NewToken;
import org.segue.access.OwnAddress;
import org.segue.access.Token;
import org.segue.access.Tokens;
import org.segue.access.TooManyTokensException;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.HouseRepository.LikelyDouble;
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

    private final Tokens tokens;
    private final HouseRepository house;
    private final Access access;
    private final Language language;

    TokensPage(Tokens tokens, HouseRepository house, Access access, Language language) {
        this.tokens = tokens;
        this.house = house;
        this.access = access;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param administrator whether the administrator asks; others see no token
     * @param order the form
     * @param made a token that this very answer tells, null on all others
     * @param own where players reach Segue, as far as it knows
     * @param tokens newest first
     * @param doubles users who may be one person
     */
    @TemplateData
    public record TokensView(
            boolean administrator,
            TokenOrder order,
            @Nullable NewToken made,
            String own,
            List<TokenRow> tokens,
            List<LikelyDouble> doubles) {}

    /**
     * A token that is wanted, as it was typed.
     *
     * @param user public id, or the name of a new user
     * @param name what it is for
     * @param problem what is wrong in words, empty if nothing is
     */
    @TemplateData
    public record TokenOrder(String user, String name, String problem) {}

    /**
     * A token without its secret.
     *
     * @param id its number
     * @param user public id of whom it belongs to
     * @param name what it is for, may be empty
     * @param day when it was made, as {@code 2026-11-24} in UTC
     */
    @TemplateData
    public record TokenRow(int id, String user, String name, String day) {
        private static TokenRow of(Token token) {
            String day =
                    token.createdAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
            return new TokenRow(token.id(), token.user(), token.name(), day);
        }
    }

    /**
     * The page.
     *
     * @param user for whom a token is wanted
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance show(@RestQuery @Nullable String user, @Context HttpServerRequest http) {
        String wanted = FieldText.typed(user);
        return page(new TokenOrder(wanted.length() > MAX_USER_LENGTH ? "" : wanted, "", ""), null, http);
    }

    /**
     * Makes a token, and shows it.
     *
     * @param user public id, or the name of a new user
     * @param name what it is for
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> make(
            @RestForm @Nullable String user, @RestForm @Nullable String name, @Context HttpServerRequest http) {
        TokenOrder order = checked(FieldText.typed(user), FieldText.typed(name));
        if (!order.problem().isEmpty()) {
            return PageResponse.page(PageResponse.UNPROCESSABLE, page(order, null, http));
        }
        try {
            NewToken made = tokens.create(order.user(), order.name());
            return PageResponse.page(PageResponse.OK, page(new TokenOrder("", "", ""), made, http));
        } catch (TooManyTokensException e) {
            return PageResponse.page(
                    PageResponse.CONFLICT,
                    page(new TokenOrder(order.user(), order.name(), messages().tooMany()), null, http));
        } catch (AmbiguousNameException e) {
            return PageResponse.page(
                    PageResponse.UNPROCESSABLE,
                    page(new TokenOrder(order.user(), order.name(), String.valueOf(e.getMessage())), null, http));
        }
    }

    /** Revokes a token, and shows the others; one that is gone already is no mistake. */
    @POST
    @Path("{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> revoke(@RestPath int id) {
        tokens.revoke(id);
        return PageResponse.seeOther("../../tokens");
    }

    private TokenOrder checked(String user, String name) {
        TokensMessages messages = messages();
        String problem = "";
        if (user.isEmpty()) {
            problem = messages.nobody();
        } else if (user.length() > MAX_USER_LENGTH || name.length() > MAX_NAME_LENGTH) {
            problem = messages.tooLong(MAX_USER_LENGTH, MAX_NAME_LENGTH);
        } else if (isOdd(user) || isOdd(name)) {
            problem = messages.odd();
        }
        return new TokenOrder(user, name, problem);
    }

    private TokensMessages messages() {
        return language.messages(TokensMessages.class);
    }

    private static boolean isOdd(String typed) {
        return typed.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private TemplateInstance page(TokenOrder order, @Nullable NewToken made, HttpServerRequest http) {
        boolean administrator = access.caller().administrator();
        return Templates.tokens(new TokensView(
                administrator,
                order,
                made,
                OwnAddress.of(http),
                administrator ? newestFirst() : List.of(),
                administrator ? house.likelyDoubles() : List.of()));
    }

    private List<TokenRow> newestFirst() {
        List<Token> all = tokens.list();
        return IntStream.rangeClosed(1, all.size())
                .mapToObj(back -> TokenRow.of(all.get(all.size() - back)))
                .toList();
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tokens(TokensView view);
    }
}
