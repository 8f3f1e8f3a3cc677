package org.segue.web.library;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongRepository;
import org.segue.library.LibraryChoices;
import org.segue.web.FieldText;
import org.segue.web.PageResponse;

/** The form that says whether a server's song is one that is here, for the administrator. */
@Path("/library/{id}/matches")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MatchForms {

    private final LibraryChoices choices;
    private final SongRepository songs;

    MatchForms(LibraryChoices choices, SongRepository songs) {
        this.choices = choices;
        this.songs = songs;
    }

    /**
     * Keeps what somebody says of a song of the server and one here.
     *
     * @param song the server's id
     * @param is public id of the other
     * @param accept {@code true} if they are the same
     * @param from how many unmatched songs came before those that were shown
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> match(
            @RestPath int id,
            @RestForm @Nullable String song,
            @RestForm @Nullable String is,
            @RestForm @Nullable String accept,
            @RestForm @Nullable String from) {
        songs.byPublicId(FieldText.typed(is)).ifPresent(same -> {
            if ("true".equals(accept)) {
                choices.accept(id, FieldText.typed(song), same.id());
            } else {
                choices.refuse(id, FieldText.typed(song), same.id());
            }
        });
        String shown = FieldText.typed(from);
        return PageResponse.seeOther(
                "../../library/%d?from=%s#unmatched".formatted(id, shown.matches("\\d{1,7}") ? shown : "0"));
    }
}
