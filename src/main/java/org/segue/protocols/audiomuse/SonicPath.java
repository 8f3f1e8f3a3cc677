package org.segue.protocols.audiomuse;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * A way from one song to another.
 *
 * @param path songs in order, the two among them; none if there is no way
 * @param totalDistance sum of the distances of each song from the one before
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SonicPath(List<NamedTrack> path, float totalDistance) {

    /** There is none. */
    static final SonicPath NONE = new SonicPath(List.of(), 0);
}
