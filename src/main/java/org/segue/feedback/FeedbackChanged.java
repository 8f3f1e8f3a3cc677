package org.segue.feedback;

/**
 * A user has judged something, or taken it back, and the change is on disk.
 *
 * @param userId database key
 */
public record FeedbackChanged(int userId) {}
