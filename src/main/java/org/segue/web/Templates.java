package org.segue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages' templates; the build checks every expression in them against these types. */
@CheckedTemplate
final class Templates {
    private Templates() {}

    static native TemplateInstance home(HomeView view);

    static native TemplateInstance signIn(SignInView view);
}
