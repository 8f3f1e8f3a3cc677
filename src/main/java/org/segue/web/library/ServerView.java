package org.segue.web.library;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;

/**
 * What the page of one library shows.
 *
 * @param root the way to the home page: what is wrong with a form is said at the form's own address
 * @param head what it is
 * @param sync how its last sync went, or how the one that is under way goes
 * @param songs of it
 * @param logins accounts of listeners there
 * @param mixes its token
 * @param forms what is typed
 */
@TemplateData
public record ServerView(
        String root,
        ServerHead head,
        SyncView sync,
        SongsView songs,
        List<LoginView> logins,
        MixesView mixes,
        Forms forms) {

    /** Whether playlists are sent to any of the accounts. */
    public boolean isSending() {
        return logins.stream().anyMatch(login -> !login.lists().isEmpty());
    }

    /**
     * What is typed on the page.
     *
     * @param settings of the library
     * @param added an account that is to be added
     * @param listeners whose accounts could be added
     */
    @TemplateData
    public record Forms(ServerForm settings, LoginForm added, List<User> listeners) {}

    /**
     * What a library is.
     *
     * @param address of this page
     * @param name what the household calls it
     * @param kind what it speaks
     * @param software what it calls itself and its version, empty if it does not say
     * @param webUrl where browsers reach it
     * @param abilities names of what it can do beyond the protocol
     * @param paths {@code real}, {@code invented}, or {@code unknown} before the first sync
     * @param syncedAt when all of it was read, null if it never was
     */
    @TemplateData
    public record ServerHead(
            String address,
            String name,
            String kind,
            String software,
            String webUrl,
            List<String> abilities,
            String paths,
            @Nullable Instant syncedAt) {}

    /**
     * The token with which plugins ask for mixes.
     *
     * @param made the token, on the page that answers its making; null on all others
     * @param hasToken whether there is one
     * @param ambiguous sentences on ids that two libraries know
     */
    @TemplateData
    public record MixesView(@Nullable String made, boolean hasToken, List<String> ambiguous) {}
}
