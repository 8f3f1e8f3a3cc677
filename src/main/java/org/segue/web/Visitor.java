package org.segue.web;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.segue.access.Access;

/** Who looks at the page at hand, as far as every page is concerned: {@code inject:visitor} in templates. */
@Named("visitor")
@Singleton
@TemplateData
public class Visitor {

    private final Access access;

    Visitor(Access access) {
        this.access = access;
    }

    /** Whether anybody has signed in. */
    public boolean signedIn() {
        return access.caller().isSomebody();
    }
}
