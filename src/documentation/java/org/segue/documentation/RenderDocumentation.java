package org.segue.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Turns the pages of {@code data/docs} into HTML that the service shows at {@code /docs}. The build runs it: the service needs
 * no library for it. Arguments: the README, whose order they have; their folder; and where to write {@code NAME.html} for each
 * {@code NAME.md}, and {@code index.txt} with a line for each: name, tab, title.
 */
public final class RenderDocumentation {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final Set<String> names;

    private RenderDocumentation(Set<String> names) {
        this.names = names;
    }

    /** Renders all pages. */
    public static void main(String[] arguments) throws IOException {
        String readme = Files.readString(Path.of(arguments[0]));
        Path from = Path.of(arguments[1]);
        Path to = Files.createDirectories(Path.of(arguments[2]));
        List<String> names = names(from).stream()
                .sorted(Comparator.comparingInt(name -> readme.lastIndexOf('/' + name + ".md)")))
                .toList();
        RenderDocumentation rendering = new RenderDocumentation(Set.copyOf(names));
        StringBuilder index = new StringBuilder();
        for (String name : names) {
            Node page = PARSER.parse(Files.readString(from.resolve(name + ".md")));
            index.append(name).append('\t').append(title(page)).append('\n');
            Files.writeString(to.resolve(name + ".html"), rendering.html(page));
        }
        Files.writeString(to.resolve("index.txt"), index);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md"))
                    .map(file -> file.substring(0, file.length() - ".md".length()))
                    .toList();
        }
    }

    private static String title(Node page) {
        Node first = page.getFirstChild();
        if (!(first instanceof Heading heading) || heading.getLevel() != 1) {
            throw new IllegalArgumentException("a page begins with its title: # Title");
        }
        return text(heading);
    }

    private static String text(Node node) {
        return TextContentRenderer.builder().build().render(node).strip();
    }

    /** As GitHub names headings, so that links lead to the same place in both. */
    private static String anchor(Heading heading) {
        return text(heading)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-');
    }

    private String html(Node page) {
        page.accept(new ForTheService());
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(context -> RenderDocumentation::addAttributes)
                .build()
                .render(page)
                .replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
    }

    // What may be wider than a phone is reached and scrolled by keyboard.
    private static void addAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", anchor(heading));
        } else if (tag.equals("pre")) {
            attributes.put("tabindex", "0");
        } else if (tag.equals("th")) {
            attributes.put("scope", "col");
        }
    }

    /** Links to other pages lead to them here; what is in the repository alone is named and not linked. */
    private final class ForTheService extends AbstractVisitor {

        @Override
        public void visit(HtmlBlock comment) {
            comment.unlink();
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String[] parts = link.getDestination().split("#", 2);
            String name = parts[0].endsWith(".md") ? parts[0].substring(0, parts[0].length() - 3) : parts[0];
            if (link.getDestination().startsWith("http") || parts[0].isEmpty()) {
                return;
            }
            if (names.contains(name)) {
                link.setDestination(parts.length == 1 ? name : name + '#' + parts[1]);
            } else {
                unwrap(link);
            }
        }

        private static void unwrap(Node link) {
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.unlink();
        }
    }
}
