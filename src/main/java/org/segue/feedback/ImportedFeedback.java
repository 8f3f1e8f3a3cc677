package org.segue.feedback;

/**
 * A verdict on a song that comes from elsewhere.
 *
 * @param userId database key
 * @param songId database key
 * @param verdict love or dislike
 * @param judgedAt epoch seconds
 */
public record ImportedFeedback(int userId, int songId, Verdict verdict, long judgedAt) {}
