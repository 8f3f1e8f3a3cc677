package org.segue.web.signin;

import io.quarkus.qute.TemplateData;

/**
 * What the page for signing in shows.
 *
 * @param signedIn whether somebody has
 * @param administrator whether it is the administrator
 * @param name who, empty if nobody has
 * @param to where to go afterwards, from the root on; empty for the home page
 * @param problem what is wrong with the token in words, empty if nothing is
 */
@TemplateData
public record SignInView(boolean signedIn, boolean administrator, String name, String to, String problem) {}
