package org.segue.ranking;

import org.segue.interactions.UserHistory;

/**
 * Somebody whom an answer is for.
 *
 * @param user public id, empty for somebody who is not named
 * @param history what is known of them, seeds included
 */
record Member(String user, UserHistory history) {}
