package org.segue.feedback;

/**
 * A verdict that comes from elsewhere.
 *
 * @param userId database key
 * @param feedback what is said
 * @param judgedAt epoch seconds
 */
public record ImportedFeedback(int userId, Feedback feedback, long judgedAt) {}
