package org.segue.feedback;

import java.time.Instant;

/**
 * Feedback as it lies in the database, with the words for it.
 *
 * @param feedback what is said
 * @param publicId what the song or artist is called outside
 * @param name title of the song or name of the artist
 * @param judgedAt when it was said, to the second
 */
public record StoredFeedback(Feedback feedback, String publicId, String name, Instant judgedAt) {}
