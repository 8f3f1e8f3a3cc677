package org.segue.protocols.audiomuse;

/**
 * Whether the service is there.
 *
 * @param status always {@code ok}
 */
public record Health(String status) {

    /** It is. */
    static final Health OK = new Health("ok");
}
