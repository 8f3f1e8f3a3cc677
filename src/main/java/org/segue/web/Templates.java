package org.segue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import org.segue.access.NewToken;
import org.segue.access.Token;
import org.segue.catalog.Artist;
import org.segue.catalog.Song;
import org.segue.catalog.SongLinks;
import org.segue.catalog.User;
import org.segue.imports.BadRows;
import org.segue.interactions.Favorites;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;
import org.segue.playlists.Track;

/**
 * The pages' templates; the build checks every expression in them against these types.
 *
 * <p>What templates read is {@code @TemplateData}, on its class or, of other rooms, here: Quarkus would find these classes by
 * itself, but of those that messages are given a part of it makes readable that part alone, which shows in a native image only.
 */
@CheckedTemplate
@TemplateData(target = NewToken.class)
@TemplateData(target = Token.class)
@TemplateData(target = Artist.class)
@TemplateData(target = Song.class)
@TemplateData(target = SongLinks.class)
@TemplateData(target = User.class)
@TemplateData(target = BadRows.BadRow.class)
@TemplateData(target = Favorites.PlayedArtist.class)
@TemplateData(target = Favorites.PlayedSong.class)
@TemplateData(target = PlaylistDocument.class)
@TemplateData(target = PlaylistKind.class)
@TemplateData(target = Track.class)
final class Templates {
    private Templates() {}

    static native TemplateInstance home(HomeView view);

    static native TemplateInstance song(SongPage.SongView view);

    static native TemplateInstance artist(ArtistPage.ArtistView view);

    static native TemplateInstance person(PersonPage.PersonView view);

    static native TemplateInstance playlist(PlaylistDocument list);

    static native TemplateInstance search(SearchPage.SearchView view);

    static native TemplateInstance map(MapPage.MapView view);

    static native TemplateInstance models(ModelsView view);

    static native TemplateInstance imports(ImportsPage.ImportsView view);

    static native TemplateInstance tokens(TokensPage.TokensView view);

    static native TemplateInstance missing();

    static native TemplateInstance signIn(SignInView view);
}
