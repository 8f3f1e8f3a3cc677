package org.segue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names that the code no longer has, with what has taken their place. Each is of a kind: a type, a method, a constant, or any
 * of them and of the fields. A {@code *} in it stands for any letters.
 *
 * @param names one a line
 */
record ForbiddenNames(List<Name> names) {

    /** A kind of name. */
    private enum Kind {
        TYPE,
        METHOD,
        CONSTANT,
        NAME;

        boolean covers(Kind found) {
            return this == found || this == NAME;
        }
    }

    /**
     * One line of the list.
     *
     * @param pattern matches whole names
     * @param replacement what to call it
     */
    private record Name(Kind kind, Pattern pattern, String replacement) {

        static Name of(String line) {
            String[] parts = line.strip().split("\\s+", 4);
            if (parts.length != 4 || !parts[2].equals("use")) {
                throw new IllegalArgumentException("illegal line: " + line + ", must be KIND NAME use REPLACEMENT");
            }
            return new Name(
                    Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    Pattern.compile(parts[1].replace("*", "\\w*")),
                    parts[3]);
        }

        boolean forbids(Kind found, String name) {
            return kind.covers(found) && pattern.matcher(name).matches();
        }
    }

    /** The list of a file in {@code src/test/resources}; lines that begin with {@code #} are comments. */
    static ForbiddenNames inFile(String resource) {
        try (InputStream in = Objects.requireNonNull(ForbiddenNames.class.getResourceAsStream(resource), resource)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ForbiddenNames of(String... lines) {
        return new ForbiddenNames(Stream.of(lines)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Name::of)
                .toList());
    }

    /** What a class and its members are wrongly called. */
    Stream<String> in(JavaClass type) {
        String owner = type.getName();
        Stream<String> ofType = forbidden(Kind.TYPE, type.getSimpleName(), owner);
        Stream<String> ofMethods = type.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .flatMap(method -> forbidden(Kind.METHOD, method.getName(), owner));
        Stream<String> ofFields =
                type.getFields().stream().flatMap(field -> forbidden(kindOf(field), field.getName(), owner));
        return Stream.of(ofType, ofMethods, ofFields).flatMap(found -> found).distinct();
    }

    private static Kind kindOf(JavaField field) {
        boolean isConstant = field.getModifiers().contains(JavaModifier.STATIC)
                && field.getModifiers().contains(JavaModifier.FINAL);
        return isConstant ? Kind.CONSTANT : Kind.NAME;
    }

    private Stream<String> forbidden(Kind found, String name, String owner) {
        return names.stream()
                .filter(forbidden -> forbidden.forbids(found, name))
                .limit(1)
                .map(forbidden -> "%s in %s: use %s".formatted(name, owner, forbidden.replacement()));
    }
}
