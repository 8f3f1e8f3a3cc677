package org.segue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import org.segue.access.Claim;
import org.segue.access.Claims;
import org.segue.access.NewToken;
import org.segue.access.Token;
import org.segue.backgrounds.Background;
import org.segue.catalog.Artist;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.Song;
import org.segue.catalog.SongLinks;
import org.segue.catalog.User;
import org.segue.imports.BadRows;
import org.segue.interactions.Favorites;
import org.segue.library.LoginTaste;
import org.segue.library.SongPlace;
import org.segue.library.SongPlaces;
import org.segue.model.EvaluationSummary;
import org.segue.people.listening.ListeningReport;
import org.segue.people.listening.Period;
import org.segue.people.listening.Streak;
import org.segue.people.outcomes.Outcome;
import org.segue.people.outcomes.Outcomes;
import org.segue.playlists.MissingList;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;
import org.segue.playlists.Track;
import org.segue.ranking.Owned;
import org.segue.ranking.Untried;
import org.segue.training.RequestField;

/**
 * The template of no page of its own, and the types of other rooms that templates read.
 *
 * <p>Templates of pages are nested in their pages; the build checks each expression against its type. Types that templates
 * read have {@code @TemplateData}: without it a native image keeps only some of their members, once a message takes one of them.
 */
@CheckedTemplate
@TemplateData(target = Claim.class)
@TemplateData(target = Claims.Offer.class)
@TemplateData(target = NewToken.class)
@TemplateData(target = Token.class)
@TemplateData(target = Background.Loading.class)
@TemplateData(target = Artist.class)
@TemplateData(target = RecordingIds.class)
@TemplateData(target = Song.class)
@TemplateData(target = SongLinks.class)
@TemplateData(target = User.class)
@TemplateData(target = BadRows.BadRow.class)
@TemplateData(target = HouseRepository.LikelyDouble.class)
@TemplateData(target = Favorites.PlayedArtist.class)
@TemplateData(target = Favorites.PlayedSong.class)
@TemplateData(target = Outcome.class)
@TemplateData(target = Outcomes.class)
@TemplateData(target = ListeningReport.class)
@TemplateData(target = ListeningReport.Totals.class)
@TemplateData(target = ListeningReport.Minutes.class)
@TemplateData(target = ListeningReport.Top.class)
@TemplateData(target = ListeningReport.ArtistPlays.class)
@TemplateData(target = ListeningReport.SongPlays.class)
@TemplateData(target = ListeningReport.AlbumPlays.class)
@TemplateData(target = Period.class)
@TemplateData(target = Streak.class)
@TemplateData(target = LoginTaste.class)
@TemplateData(target = RequestField.class)
@TemplateData(target = SongPlace.class)
@TemplateData(target = SongPlace.Kind.class)
@TemplateData(target = SongPlaces.Found.class)
@TemplateData(target = MissingList.class)
@TemplateData(target = MissingList.Row.class)
@TemplateData(target = EvaluationSummary.Interval.class)
@TemplateData(target = PlaylistDocument.class)
@TemplateData(target = PlaylistKind.class)
@TemplateData(target = Track.class)
@TemplateData(target = Untried.class)
@TemplateData(target = Owned.class)
final class SharedTemplates {
    private SharedTemplates() {}

    static native TemplateInstance missing();

    static native TemplateInstance question(Question question);

    static native TemplateInstance refused(String root, boolean missing, String detail);
}
