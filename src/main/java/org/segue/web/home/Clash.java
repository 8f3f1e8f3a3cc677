package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A name that several listeners have.
 *
 * @param name as it was typed
 * @param listeners who have it
 */
@TemplateData
public record Clash(String name, List<String> listeners) {}
