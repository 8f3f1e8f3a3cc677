package org.segue.web.library;

import io.quarkus.qute.TemplateData;

/**
 * A server as it was typed.
 *
 * @param kind what it speaks
 * @param name what the household calls it, empty for its software's name
 * @param url where Segue reaches it
 * @param webUrl where browsers reach it, empty for the same address
 * @param folder where players of files find the music, empty to take paths as the server says them
 * @param problem what is wrong with it
 */
@TemplateData
public record ServerForm(String kind, String name, String url, String webUrl, String folder, FieldProblem problem) {

    static final ServerForm BLANK = new ServerForm("subsonic", "", "", "", "", FieldProblem.NONE);

    ServerForm with(FieldProblem other) {
        return new ServerForm(kind, name, url, webUrl, folder, other);
    }

    /** Whether anything is said that can be left out. */
    public boolean saysMore() {
        return !(name + webUrl).isEmpty();
    }
}
