package org.segue.access;

import java.util.List;

/** What the addresses of one room require. Each room that answers requests has a bean of this kind beside its endpoints. */
public interface AccessRules {

    /** The rules; the first that fits a request counts. An endpoint without a rule is closed, see {@link AccessPolicy}. */
    List<AccessRule> rules();
}
