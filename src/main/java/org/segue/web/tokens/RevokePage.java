package org.segue.web.tokens;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Token;
import org.segue.access.Tokens;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.Question;

/** Revokes a token, once somebody is sure. */
@Path("/tokens/{id}/revoke")
@Blocking
public class RevokePage {

    private static final String BACK = "../../tokens";

    private final Tokens tokens;
    private final Catalog catalog;
    private final Language language;

    RevokePage(Tokens tokens, Catalog catalog, Language language) {
        this.tokens = tokens;
        this.catalog = catalog;
        this.language = language;
    }

    /**
     * Revokes a token; one that is gone already is no mistake.
     *
     * @param sure {@code true} once somebody has said so
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> revoke(@RestPath int id, @RestForm @Nullable String sure) {
        Optional<Token> token =
                tokens.list().stream().filter(one -> one.id() == id).findFirst();
        if (token.isPresent() && !Question.SURE.equals(sure)) {
            return PageResponse.ask(question(token.get()));
        }
        tokens.revoke(id);
        return PageResponse.seeOther(BACK);
    }

    private Question question(Token token) {
        TokensMessages messages = language.messages(TokensMessages.class);
        String person = catalog.user(token.user()).join().map(User::name).orElse(token.user());
        return new Question(
                "../../", messages.revokeTitle(), messages.revokeSure(person, token.name()), messages.revoke(), BACK);
    }
}
