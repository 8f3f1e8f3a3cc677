/**
 * What the build makes of the OpenAPI document beyond what annotations can say. Nothing in here runs in the service.
 *
 * <p>May import what {@code api} may.
 */
@NullMarked
package org.segue.api.description;

import org.jspecify.annotations.NullMarked;
