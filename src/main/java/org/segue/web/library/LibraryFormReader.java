package org.segue.web.library;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryKind;
import org.segue.library.LoginTaste;
import org.segue.web.FieldText;
import org.segue.web.Language;

/** Reads the forms of the pages of libraries, and says what is wrong with what was typed. */
@Singleton
class LibraryFormReader {

    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_ADDRESS_LENGTH = 500;
    private static final int MAX_USER_LENGTH = 200;
    private static final int MAX_PASSWORD_LENGTH = 1000;

    private final Language language;

    LibraryFormReader(Language language) {
        this.language = language;
    }

    /** A server as it was typed, with what is wrong with it. */
    ServerForm server(MultivaluedMap<String, String> typed) {
        String kind = field(typed, "kind");
        ServerForm form = new ServerForm(
                LibraryKind.JELLYFIN.word().equals(kind) ? kind : LibraryKind.SUBSONIC.word(),
                field(typed, "name"),
                withScheme(field(typed, "url")),
                withScheme(field(typed, "webUrl")),
                field(typed, "folder"),
                FieldProblem.NONE);
        return form.with(problem(form));
    }

    // People type what they see in the browser, which may hide the scheme.
    private static String withScheme(String address) {
        String plain = address.replaceAll("/+$", "");
        return plain.isEmpty() || plain.contains("://") ? plain : "http://" + plain;
    }

    private FieldProblem problem(ServerForm form) {
        if (form.url().isEmpty()) {
            return new FieldProblem("url", messages().urlMissing());
        }
        FieldProblem problem = address("url", form.url());
        if (!problem.isSaid() && !form.webUrl().isEmpty()) {
            problem = address("webUrl", form.webUrl());
        }
        if (!problem.isSaid()) {
            problem = text("name", form.name(), MAX_NAME_LENGTH);
        }
        return problem.isSaid() ? problem : text("folder", form.folder(), MAX_ADDRESS_LENGTH);
    }

    private FieldProblem address(String field, String typed) {
        FieldProblem problem = text(field, typed, MAX_ADDRESS_LENGTH);
        return problem.isSaid() || address(typed).isPresent()
                ? problem
                : new FieldProblem(field, messages().noAddress());
    }

    /** An address that a browser could open, without anything that signs somebody in. */
    static Optional<URI> address(String typed) {
        try {
            URI address = new URI(typed);
            String scheme = String.valueOf(address.getScheme());
            boolean isSound = (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return isSound ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private FieldProblem text(String field, String typed, int most) {
        if (typed.length() > most) {
            return new FieldProblem(field, messages().tooLong(most));
        }
        return FieldText.isOdd(typed) ? new FieldProblem(field, messages().odd()) : FieldProblem.NONE;
    }

    /** An account as it was typed, with what is wrong with it. */
    LoginForm login(MultivaluedMap<String, String> typed) {
        LoginForm form = new LoginForm(
                field(typed, "listener"),
                field(typed, "user"),
                isChecked(typed, "apiKey"),
                taste(typed),
                FieldProblem.NONE);
        FieldProblem problem = problem(form);
        return form.with(problem.isSaid() ? problem : password(password(typed), true));
    }

    private FieldProblem problem(LoginForm form) {
        if (form.listener().isEmpty()) {
            return new FieldProblem("listener", messages().listenerMissing());
        }
        if (form.user().isEmpty() && !form.isKey()) {
            return new FieldProblem("user", messages().accountMissing());
        }
        return text("user", form.user(), MAX_USER_LENGTH);
    }

    /**
     * What is wrong with a password.
     *
     * @param isRequired whether it cannot be left out
     */
    FieldProblem password(String typed, boolean isRequired) {
        return isRequired && typed.isEmpty()
                ? new FieldProblem("password", messages().passwordMissing())
                : text("password", typed, MAX_PASSWORD_LENGTH);
    }

    /** A password as it was typed: blanks around it are part of it. */
    static String password(MultivaluedMap<String, String> typed) {
        String password = typed.getFirst("password");
        return password == null ? "" : password;
    }

    /** What is taken over. */
    static LoginTaste taste(MultivaluedMap<String, String> typed) {
        return new LoginTaste(
                isChecked(typed, "stars"),
                isChecked(typed, "ratings"),
                isChecked(typed, "counts"),
                isChecked(typed, "lovesOut"));
    }

    static boolean isChecked(MultivaluedMap<String, String> typed, String name) {
        return "true".equals(typed.getFirst(name));
    }

    static String field(MultivaluedMap<String, String> typed, String name) {
        return FieldText.typed(typed.getFirst(name));
    }

    static @Nullable String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private LibraryMessages messages() {
        return language.messages(LibraryMessages.class);
    }
}
