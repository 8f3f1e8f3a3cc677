package org.segue.web;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Addresses of the style, the scripts and the icon, relative to the home page. Browsers keep these files for a day, so each
 * address carries a hash of the content and changes with it.
 */
@Named("assets")
@Singleton
public class Assets {
    private static final int HASH_LENGTH = 8;

    private final String style = address("segue.css");
    private final String script = address("segue.js");
    private final String home = address("home.js");
    private final String rows = address("rows.js");
    private final String song = address("song.js");
    private final String search = address("search.js");
    private final String map = address("map.js");
    private final String mapView = address("map-view.js");
    private final String mapStyle = address("map.css");
    private final String person = address("person.js");
    private final String models = address("models.js");
    private final String imports = address("imports.js");
    private final String tokens = address("tokens.js");
    private final String start = address("start.js");
    private final String library = address("library.js");
    private final String icon = address("segue.svg");

    /** Address of the stylesheet. */
    public String style() {
        return style;
    }

    /** Address of the script that all pages share. */
    public String script() {
        return script;
    }

    /** Address of the home page's script. */
    public String home() {
        return home;
    }

    /** Address of the script of rows of songs. */
    public String rows() {
        return rows;
    }

    /** Address of the script of a song's page. */
    public String song() {
        return song;
    }

    /** Address of the script of a person's page. */
    public String person() {
        return person;
    }

    /** Address of the search page's script. */
    public String search() {
        return search;
    }

    /** Address of the map's script. */
    public String map() {
        return map;
    }

    /** Address of the script that draws the map. */
    public String mapView() {
        return mapView;
    }

    /** Address of the map's stylesheet. */
    public String mapStyle() {
        return mapStyle;
    }

    /** Address of the script of trainings and models. */
    public String models() {
        return models;
    }

    /** Address of the imports' script. */
    public String imports() {
        return imports;
    }

    /** Address of the script of tokens. */
    public String tokens() {
        return tokens;
    }

    /** Address of the start page's script. */
    public String start() {
        return start;
    }

    /** Address of the script of libraries. */
    public String library() {
        return library;
    }

    /** Address of the icon. */
    public String icon() {
        return icon;
    }

    private static String address(String file) {
        return "assets/%s?v=%s".formatted(file, hash("META-INF/resources/assets/" + file));
    }

    private static String hash(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + resource);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable: " + resource, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
