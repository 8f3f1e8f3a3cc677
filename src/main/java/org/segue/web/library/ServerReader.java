package org.segue.web.library;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.LibraryTokens;
import org.segue.library.FileLists;
import org.segue.library.Library;
import org.segue.library.LibraryRepository;
import org.segue.library.LibraryState;
import org.segue.library.ServerFacts;
import org.segue.library.mixes.MixLibraries;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.library.ServerView.Forms;
import org.segue.web.library.ServerView.MixesView;
import org.segue.web.library.ServerView.ServerHead;

/** Makes the page of one library. Its methods block. */
@Singleton
class ServerReader {

    private final LibraryRepository libraries;
    private final SongsReader songs;
    private final SyncReader syncs;
    private final LoginsReader logins;
    private final LibraryTokens tokens;
    private final MixLibraries mixes;
    private final Language language;

    ServerReader(
            LibraryRepository libraries,
            SongsReader songs,
            SyncReader syncs,
            LoginsReader logins,
            LibraryTokens tokens,
            MixLibraries mixes,
            Language language) {
        this.libraries = libraries;
        this.songs = songs;
        this.syncs = syncs;
        this.logins = logins;
        this.tokens = tokens;
        this.mixes = mixes;
        this.language = language;
    }

    /**
     * What forms have to say on the page that answers them.
     *
     * @param settings of the library, null if they are as they are kept
     * @param added an account that could not be added
     * @param changed number of an account that could not be changed, 0 if there is none
     * @param problem what is wrong with that
     * @param token that was made, null if none was
     */
    record Said(
            @Nullable ServerForm settings,
            LoginForm added,
            int changed,
            FieldProblem problem,
            @Nullable String token) {

        static final Said NOTHING = new Said(null, LoginForm.BLANK, 0, FieldProblem.NONE, null);

        static Said settings(ServerForm settings) {
            return new Said(settings, LoginForm.BLANK, 0, FieldProblem.NONE, null);
        }

        static Said added(LoginForm added) {
            return new Said(null, added, 0, FieldProblem.NONE, null);
        }

        static Said changed(int login, FieldProblem problem) {
            return new Said(null, LoginForm.BLANK, login, problem, null);
        }

        static Said token(String token) {
            return new Said(null, LoginForm.BLANK, 0, FieldProblem.NONE, token);
        }
    }

    /**
     * The page.
     *
     * @param from how many unmatched songs come before those that are shown, negative if nobody asked to see them
     */
    RestResponse<TemplateInstance> page(int status, int id, int from, Said said, HttpServerRequest http) {
        return libraries
                .byId(id)
                .map(state -> PageResponse.page(status, Templates.server(view(state, from, said, http))))
                .orElseGet(PageResponse::missing);
    }

    private ServerView view(LibraryState state, int from, Said said, HttpServerRequest http) {
        String root = PageRoot.of(http);
        return new ServerView(
                root,
                head(root, state),
                syncs.view(state),
                songs.view(state.id(), Math.max(0, from), from >= 0),
                logins.view(state.id(), said),
                mixes(state.id(), said.token()),
                new Forms(
                        Objects.requireNonNullElseGet(said.settings(), () -> settings(state)),
                        said.added(),
                        logins.listeners(state.id())));
    }

    private ServerHead head(String root, LibraryState state) {
        Library library = state.library();
        ServerFacts facts = state.facts();
        Set<String> abilities = facts == null ? Set.of() : facts.extensions();
        return new ServerHead(
                root + "library/" + state.id(),
                library.name(),
                library.kind().word(),
                facts == null ? "" : software(facts),
                library.webUrl().toString(),
                List.copyOf(new TreeSet<>(abilities)),
                paths(state),
                state.syncedAt());
    }

    private String paths(LibraryState state) {
        if (state.syncedAt() == null) {
            return "unknown";
        }
        String path = songs.firstPath(state.id());
        return FileLists.isReal(path, state.folder()) ? "real" : "invented";
    }

    private static String software(ServerFacts facts) {
        return String.join(
                " ",
                Stream.of(facts.software(), facts.version())
                        .filter(Objects::nonNull)
                        .toList());
    }

    private MixesView mixes(int id, @Nullable String made) {
        ServerMessages messages = language.messages(ServerMessages.class);
        List<String> ambiguous = mixes.ambiguous().stream()
                .map(mix -> messages.ambiguous(mix.libraries()))
                .toList();
        return new MixesView(made, tokens.has(id), ambiguous);
    }

    private static ServerForm settings(LibraryState state) {
        Library library = state.library();
        boolean isSame = library.webUrl().equals(library.url());
        return new ServerForm(
                library.kind().word(),
                library.name(),
                library.url().toString(),
                isSame ? "" : library.webUrl().toString(),
                Objects.requireNonNullElse(state.folder(), ""),
                FieldProblem.NONE);
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance server(ServerView view);
    }
}
