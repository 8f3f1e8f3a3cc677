package org.segue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.segue.playlists.PlaylistDocument;

/** The pages' templates; the build checks every expression in them against these types. */
@CheckedTemplate
final class Templates {
    private Templates() {}

    static native TemplateInstance home(HomeView view);

    static native TemplateInstance song(SongPage.SongView view);

    static native TemplateInstance artist(ArtistPage.ArtistView view);

    static native TemplateInstance person(PersonPage.PersonView view);

    static native TemplateInstance playlist(PlaylistDocument list);

    static native TemplateInstance map(MapPage.MapView view);

    static native TemplateInstance models(ModelsView view);

    static native TemplateInstance imports(ImportsPage.ImportsView view);

    static native TemplateInstance tokens(TokensPage.TokensView view);

    static native TemplateInstance missing();

    static native TemplateInstance signIn(SignInView view);
}
