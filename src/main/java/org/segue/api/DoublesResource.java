package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.HouseRepository.LikelyDouble;
import org.segue.catalog.User;

/** Users who may be one person. */
@Path("/api/people/doubles")
@Tag(name = "Users")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DoublesResource {

    private final HouseRepository house;

    DoublesResource(HouseRepository house) {
        this.house = house;
    }

    /**
     * Two users who may be one person.
     *
     * @param person of the house
     * @param other who may be the same
     */
    public record PossibleDouble(Person person, Person other) {
        private static PossibleDouble of(LikelyDouble likely) {
            return new PossibleDouble(Person.of(likely.person()), Person.of(likely.other()));
        }
    }

    /**
     * One of them.
     *
     * @param id public id
     * @param name for people to read
     */
    public record Person(String id, String name) {
        private static Person of(User user) {
            return new Person(user.publicId(), user.name());
        }
    }

    /** Those whose names are alike. */
    @GET
    @Operation(
            summary = "List users who may be one person",
            description = "A person of the house, and another user who is called alike but for capitals, accents and"
                    + " punctuation. Nobody is merged without being told: `POST /api/users/{person}/aliases` with the other as"
                    + " `user` makes them one.")
    @APIResponse(responseCode = "200", description = "All of them, in the order in which people came into the house")
    public Page<PossibleDouble> list() {
        List<PossibleDouble> all =
                house.likelyDoubles().stream().map(PossibleDouble::of).toList();
        return new Page<>(all, all.size(), null);
    }
}
