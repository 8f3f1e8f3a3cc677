package org.segue.jobs;

import org.segue.text.Phrase;

/** What is said of jobs of any kind. */
enum JobPhrase implements Phrase {
    UNEXPECTED("Unexpected error. See the log for details."),
    DATABASE("The database could not be read or written. Its disk may be full. See the log for details.");

    private final String english;

    JobPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "jobs";
    }

    @Override
    public String english() {
        return english;
    }
}
