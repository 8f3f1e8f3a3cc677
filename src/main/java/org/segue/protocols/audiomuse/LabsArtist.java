package org.segue.protocols.audiomuse;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * An artist like another, as ListenBrainz's data sets have it.
 *
 * @param artistMbid id at MusicBrainz
 * @param name what the artist is called
 * @param score the higher the more alike, 1 to 1000
 * @param referenceMbid id of the artist that was asked for
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record LabsArtist(String artistMbid, String name, int score, String referenceMbid) {}
