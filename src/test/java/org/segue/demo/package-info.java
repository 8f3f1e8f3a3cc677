/**
 * Makes the demo data: invented people, invented artists, invented listening with a structure that a model can find.
 *
 * <p>{@link org.segue.demo.DemoData} writes the file; the same seed gives the same rows on every JDK and processor.
 */
@NullMarked
package org.segue.demo;

import org.jspecify.annotations.NullMarked;
