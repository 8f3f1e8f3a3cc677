package org.segue.library.http;

/**
 * What a server has answered.
 *
 * @param status of HTTP
 * @param body its text; not to be trusted, not to be quoted
 */
public record ServerAnswer(int status, String body) {

    /** Whether it is a page for browsers. */
    public boolean isPage() {
        return body.stripLeading().startsWith("<") && !isXml();
    }

    /** Whether it is XML that is no page. */
    public boolean isXml() {
        return body.stripLeading().startsWith("<?xml") && !body.contains("<html");
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
