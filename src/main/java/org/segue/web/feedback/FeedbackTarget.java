package org.segue.web.feedback;

import org.segue.feedback.Subject;

/**
 * A song or an artist that gets feedback.
 *
 * @param subject song or artist
 * @param key database key
 * @param name title or name
 */
public record FeedbackTarget(Subject subject, int key, String name) {}
