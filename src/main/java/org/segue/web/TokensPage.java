package org.segue.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Token;
import org.segue.access.Tokens;

/** The page of users' tokens, for the administrator; making and revoking goes through {@code /api/tokens}. */
@Path("/tokens")
@Blocking
public class TokensPage {

    private static final int LONGEST_USER = 128;

    private final Tokens tokens;
    private final Access access;

    TokensPage(Tokens tokens, Access access) {
        this.tokens = tokens;
        this.access = access;
    }

    /**
     * What the page shows.
     *
     * @param administrator whether the administrator asks; others see no token
     * @param user for whom a token may be wanted, empty if nobody was named
     * @param tokens newest first
     */
    public record TokensView(boolean administrator, String user, List<TokenRow> tokens) {}

    /**
     * A token without its secret.
     *
     * @param id its number
     * @param user public id of whom it belongs to
     * @param name what it is for, may be empty
     * @param day when it was made, as {@code 2026-11-24} in UTC
     */
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
    public TemplateInstance show(@RestQuery @Nullable String user) {
        boolean administrator = access.caller().administrator();
        return Templates.tokens(new TokensView(administrator, wanted(user), administrator ? newestFirst() : List.of()));
    }

    private static String wanted(@Nullable String user) {
        return user == null || user.length() > LONGEST_USER ? "" : user.strip();
    }

    private List<TokenRow> newestFirst() {
        List<Token> all = tokens.list();
        return IntStream.rangeClosed(1, all.size())
                .mapToObj(back -> TokenRow.of(all.get(all.size() - back)))
                .toList();
    }
}
