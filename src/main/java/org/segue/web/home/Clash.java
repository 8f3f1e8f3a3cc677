package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A name that several listeners have, or none.
 *
 * @param name as it was typed
 * @param listeners who have it, in words
 * @param likely whom it may mean, each with the address of the page for them
 */
@TemplateData
public record Clash(String name, List<String> listeners, List<HomeAddresses.Named> likely) {}
