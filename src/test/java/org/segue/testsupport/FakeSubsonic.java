package org.segue.testsupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segue.testsupport.FakeLibrary.Account;
import org.segue.testsupport.FakeLibrary.FakeAlbum;
import org.segue.testsupport.FakeLibrary.FakeArtist;
import org.segue.testsupport.FakeLibrary.FakeSong;

/** Answers as servers do that speak Subsonic's protocol, each in its own way. The shapes are those of real answers. */
public final class FakeSubsonic extends FakeServer {

    /** Servers, by what is special to them. */
    public enum Dialect {
        /** Navidrome 0.63: takes tokens, lists all for an empty search, drops unknown songs of lists without a word. */
        NAVIDROME,
        /** gonic: refuses lists with unknown songs, and makes a list again that was deleted. */
        GONIC,
        /** LMS: takes keys and passwords only, refuses pages above 1,000, keeps no comments, opens a list that "public" is said of. */
        LMS,
        /** supysonic 0.7: an old protocol without ids of MusicBrainz, which answers no list when it has made one. */
        SUPYSONIC,
        /** One that finds nothing by an empty search and reads nothing from bodies of requests. */
        AIRSONIC,
        /** Takes keys and makes lists public, as Ampache. */
        AMPACHE
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Dialect> OPEN = List.of(Dialect.NAVIDROME, Dialect.GONIC, Dialect.LMS, Dialect.AMPACHE);
    private static final List<Dialect> WITH_KEYS = List.of(Dialect.LMS, Dialect.AMPACHE);

    private final Dialect dialect;
    private volatile String scanned = "2026-11-29T10:38:13.492660256Z";

    /** A server with a library of its own. */
    public FakeSubsonic(Dialect dialect) {
        this(dialect, new FakeLibrary(), false);
    }

    /** @param secure whether it speaks https, with a certificate that nobody has signed */
    public FakeSubsonic(Dialect dialect, FakeLibrary library, boolean secure) {
        super(library, secure);
        this.dialect = dialect;
    }

    /** Says that it has read its files again. */
    public void scannedAt(String instant) {
        scanned = instant;
    }

    /** A failure with its number. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int code;

        Failure(int code, String message) {
            super(message);
            this.code = code;
        }
    }

    @Override
    protected Answer failed() {
        return envelope(failure(new Failure(0, "Internal error of the server's own")));
    }

    @Override
    protected Answer answer(Asked all) {
        Asked asked = dialect == Dialect.AIRSONIC
                ? new Asked(all.method(), all.path(), all.query(), Map.of(), all.headers(), "")
                : all;
        String method = asked.path().replaceAll("^/rest/(.*?)(\\.view)?$", "$1");
        if (!asked.path().startsWith("/rest/")) {
            return new Answer(404, "<html>404 page not found</html>");
        }
        try {
            if (method.equals("getOpenSubsonicExtensions") && OPEN.contains(dialect)) {
                return envelope(ok().set("openSubsonicExtensions", extensions()));
            }
            Account account = signedIn(asked);
            return envelope(ok().setAll(answer(method, asked, account)));
        } catch (Failure e) {
            boolean isUnknown = e.getMessage().equals("Unknown method");
            return new Answer(isUnknown ? 404 : 200, envelope(failure(e)).body());
        }
    }

    private static Answer envelope(ObjectNode content) {
        return new Answer(
                200, JSON.createObjectNode().set("subsonic-response", content).toString());
    }

    private ObjectNode head(String status) {
        ObjectNode head = JSON.createObjectNode().put("status", status);
        switch (dialect) {
            case SUPYSONIC -> head.put("version", "1.10.2");
            case AIRSONIC -> head.put("version", "1.15.0");
            default ->
                head.put("version", "1.16.1")
                        .put("type", dialect.name().toLowerCase(Locale.ROOT))
                        .put("serverVersion", "0.63.2-SNAPSHOT (295886c)")
                        .put("openSubsonic", true);
        }
        return head;
    }

    private ObjectNode ok() {
        return head("ok");
    }

    private ObjectNode failure(Failure failure) {
        return head("failed")
                .set("error", JSON.createObjectNode().put("code", failure.code).put("message", failure.getMessage()));
    }

    private ArrayNode extensions() {
        ArrayNode all = JSON.createArrayNode();
        Stream.of(
                        "transcodeOffset",
                        "formPost",
                        "songLyrics",
                        WITH_KEYS.contains(dialect) ? "apiKeyAuthentication" : "")
                .filter(name -> !name.isEmpty())
                .forEach(name ->
                        all.addObject().put("name", name).putArray("versions").add(1));
        return all;
    }

    private Account signedIn(Asked asked) {
        String key = asked.get("apiKey");
        if (!key.isEmpty() && WITH_KEYS.contains(dialect)) {
            if (!asked.get("u").isEmpty()) {
                throw new Failure(43, "Multiple conflicting authentication mechanisms provided");
            }
            return find(account -> account.apiKey.equals(key), 44, "Invalid API key");
        }
        String user = asked.get("u");
        String token = asked.get("t");
        String password = asked.get("p");
        if (user.isEmpty() || (token.isEmpty() && password.isEmpty())) {
            // Navidrome says of a key that the user is wrong.
            throw dialect == Dialect.NAVIDROME
                    ? new Failure(40, "Wrong username or password")
                    : new Failure(10, "A required parameter is missing.");
        }
        if (password.isEmpty()) {
            return byToken(user, token, asked.get("s"));
        }
        String plain = password.startsWith("enc:")
                ? new String(HexFormat.of().parseHex(password.substring(4)), StandardCharsets.UTF_8)
                : password;
        return find(
                account -> account.name.equals(user)
                        && plain.equals(dialect == Dialect.LMS ? account.apiKey : account.password),
                40,
                "Wrong username or password");
    }

    private Account byToken(String user, String token, String salt) {
        if (dialect == Dialect.SUPYSONIC) {
            throw new Failure(10, "A required parameter is missing.");
        }
        if (dialect == Dialect.LMS) {
            throw new Failure(41, "Token authentication not supported for LDAP users.");
        }
        return find(
                account -> account.name.equals(user)
                        && md5(account.password + salt).equals(token),
                40,
                "Wrong username or password");
    }

    private Account find(Predicate<Account> isIt, int code, String message) {
        return library().accounts().stream().filter(isIt).findFirst().orElseThrow(() -> new Failure(code, message));
    }

    private ObjectNode answer(String method, Asked asked, Account account) {
        return switch (method) {
            case "ping" -> JSON.createObjectNode();
            case "tokenInfo" -> tokenInfo(account);
            case "getScanStatus" -> scanStatus();
            case "getArtists" -> artists();
            case "search3" -> search(asked, account);
            case "getAlbumList2" -> albums(asked, account);
            case "getAlbum" -> album(asked.get("id"), account);
            case "getSong" -> JSON.createObjectNode().set("song", song(known(asked.get("id"), account), account));
            case "getStarred2" -> starred(account);
            case "star" -> star(asked, account, true);
            case "unstar" -> star(asked, account, false);
            case "getPlaylists", "getPlaylist", "createPlaylist", "updatePlaylist", "deletePlaylist" ->
                new FakeSubsonicLists(library(), dialect, account, id -> song(known(id, account), account))
                        .answer(method, asked);
            default -> throw new Failure(0, "Unknown method");
        };
    }

    /** Fails with a number. */
    static RuntimeException failing(int code, String message) {
        return new Failure(code, message);
    }

    private ObjectNode tokenInfo(Account account) {
        if (!WITH_KEYS.contains(dialect)) {
            throw new Failure(0, "Unknown method");
        }
        return JSON.createObjectNode().set("tokenInfo", JSON.createObjectNode().put("username", account.name));
    }

    private ObjectNode scanStatus() {
        ObjectNode status = JSON.createObjectNode()
                .put("scanning", false)
                .put("count", library().songs().size());
        switch (dialect) {
            case NAVIDROME ->
                status.put("folderCount", 5)
                        .put("lastScan", scanned)
                        .put("scanType", "full")
                        .put("elapsedTime", 1492660256);
            case SUPYSONIC -> throw new Failure(50, "User is not authorized for the given operation.");
            default -> {}
        }
        return JSON.createObjectNode().set("scanStatus", status);
    }

    private ObjectNode artists() {
        ObjectNode index = JSON.createObjectNode().put("name", "#");
        ArrayNode all = index.putArray("artist");
        for (FakeArtist artist : library().songs().stream()
                .flatMap(song -> song.artists().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new))) {
            ObjectNode node = all.addObject()
                    .put("id", artist.id())
                    .put("name", artist.name())
                    .put("albumCount", 1);
            if (OPEN.contains(dialect)) {
                node.put("musicBrainzId", artist.mbid()).put("sortName", artist.name());
                node.putArray("roles").add("artist");
            }
        }
        ObjectNode artists = JSON.createObjectNode();
        artists.putArray("index").add(index);
        return JSON.createObjectNode().set("artists", artists);
    }

    private ObjectNode search(Asked asked, Account account) {
        String query = asked.get("query");
        int count = Integer.parseInt(asked.get("songCount"));
        int offset = Integer.parseInt(asked.get("songOffset"));
        if (dialect == Dialect.LMS && count > 1000) {
            throw new Failure(0, "Parameter 'songCount': bad value");
        }
        boolean isEverything = switch (dialect) {
            case NAVIDROME, GONIC, AMPACHE -> query.isEmpty() || query.equals("\"\"");
            case LMS, SUPYSONIC -> query.isEmpty();
            case AIRSONIC -> false;
        };
        ObjectNode result = JSON.createObjectNode();
        List<FakeSong> page = shown(account).skip(offset).limit(count).toList();
        if (isEverything && !page.isEmpty()) {
            ArrayNode songs = result.putArray("song");
            page.forEach(song -> songs.add(song(song, account)));
        }
        return JSON.createObjectNode().set("searchResult3", result);
    }

    private Stream<FakeSong> shown(Account account) {
        return library().songs().stream().filter(account.sees);
    }

    private ObjectNode albums(Asked asked, Account account) {
        int size = Math.min(500, Integer.parseInt(asked.get("size")));
        int offset = asked.get("offset").isEmpty() ? 0 : Integer.parseInt(asked.get("offset"));
        ObjectNode list = JSON.createObjectNode();
        ArrayNode albums = JSON.createArrayNode();
        shown(account)
                .map(FakeSong::album)
                .distinct()
                .skip(offset)
                .limit(size)
                .forEach(album -> albums.add(album(album)));
        if (!albums.isEmpty()) {
            list.set("album", albums);
        }
        return JSON.createObjectNode().set("albumList2", list);
    }

    private ObjectNode album(FakeAlbum album) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", album.id())
                .put("name", album.name())
                .put("artist", album.artist().name());
        if (OPEN.contains(dialect)) {
            boolean isCompilation = library().compilations.contains(album.id());
            node.put("isCompilation", isCompilation);
            ArrayNode types = node.putArray("releaseTypes").add("Album");
            if (isCompilation) {
                types.add("Compilation");
            }
        }
        return node;
    }

    private ObjectNode album(String id, Account account) {
        List<FakeSong> songs =
                shown(account).filter(song -> song.album().id().equals(id)).toList();
        if (songs.isEmpty()) {
            throw new Failure(70, "Album not found");
        }
        FakeAlbum album = songs.get(0).album();
        ObjectNode node = JSON.createObjectNode().put("id", id).put("name", album.name());
        ArrayNode all = node.putArray("song");
        songs.forEach(song -> all.add(song(song, account)));
        return JSON.createObjectNode().set("album", node);
    }

    private FakeSong known(String id, Account account) {
        return shown(account)
                .filter(song -> song.id().equals(id))
                .findFirst()
                .orElseThrow(() -> dialect == Dialect.SUPYSONIC
                        ? new Failure(0, "ValueError: badly formed hexadecimal UUID string")
                        : new Failure(70, "Song not found"));
    }

    private ObjectNode starred(Account account) {
        ObjectNode starred = JSON.createObjectNode();
        ArrayNode songs = starred.putArray("song");
        shown(account)
                .filter(song -> account.stars.containsKey(song.id()))
                .forEach(song -> songs.add(song(song, account)));
        return JSON.createObjectNode().set("starred2", starred);
    }

    private ObjectNode star(Asked asked, Account account, boolean starred) {
        for (String id : asked.all("id")) {
            known(id, account);
            if (dialect == Dialect.SUPYSONIC && account.stars.containsKey(id) == starred) {
                throw new Failure(0, "Track %s already starred".formatted(id));
            }
            if (starred) {
                account.stars.put(id, Instant.parse("2026-11-29T10:38:46Z"));
            } else {
                account.stars.remove(id);
            }
        }
        return JSON.createObjectNode();
    }

    private ObjectNode song(FakeSong song, Account account) {
        ObjectNode node = FakeSubsonicSongs.head(song);
        if (OPEN.contains(dialect)) {
            FakeSubsonicSongs.open(node, song);
        }
        FakeSubsonicSongs.taste(node, song.id(), account, OPEN.contains(dialect));
        return node;
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
