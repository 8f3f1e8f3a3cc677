package org.segue.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.Arrays;
import java.util.List;
import org.segue.playlists.PlaylistFormat;

/**
 * A file format for playlists.
 *
 * @param word its name in addresses
 * @param label its name on pages
 */
@TemplateData
public record FileFormat(String word, String label) {

    /** All of them, as {@code files:formats} in templates. */
    @TemplateExtension(namespace = "files")
    static List<FileFormat> formats() {
        return Arrays.stream(PlaylistFormat.values())
                .map(format -> new FileFormat(format.word(), format.name()))
                .toList();
    }
}
