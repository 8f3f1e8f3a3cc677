package org.segue.protocols.lastfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.tokenOf;
import static org.segue.protocols.lastfm.LastFmPlayer.call;
import static org.segue.protocols.lastfm.LastFmPlayer.session;
import static org.segue.protocols.lastfm.LastFmPlayer.song;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The answers of 2.0 to the letter: players parse them with little more than searches for texts. */
@QuarkusTest
class LastFmAnswersTest {

    private static final String XML = "text/xml";

    private final long now = Instant.now().getEpochSecond();

    @Test
    void session_inXml_isAsLastFmTellsIt() {
        String token = tokenOf("lfm-xml");
        String answer = call("auth.getMobileSession", Map.of("username", "lfm-xml", "password", token))
                .statusCode(200)
                .contentType(XML)
                .extract()
                .asString();

        assertThat(answer)
                .matches(
                        "\\Q<?xml version=\"1.0\" encoding=\"UTF-8\"?><lfm status=\"ok\"><session><name>lfm-xml</name><key>\\E"
                                + "[0-9a-f]{32}\\Q</key><subscriber>0</subscriber></session></lfm>\\E");
    }

    @Test
    void session_inJson_isAsLastFmTellsIt_andAlwaysTheSame() {
        String token = tokenOf("lfm-json");
        String key = session("lfm-json", token);
        assertThat(call("auth.getMobileSession", Map.of("username", "LFM-Json", "password", token, "format", "json"))
                        .statusCode(200)
                        .contentType("application/json")
                        .extract()
                        .asString())
                .isEqualTo("{\"session\":{\"subscriber\":0,\"name\":\"LFM-Json\",\"key\":\"" + key + "\"}}");
        assertThat(session("lfm-json", tokenOf("lfm-json")))
                .as("of another token")
                .isNotEqualTo(key);
    }

    @Test
    void scrobbles_inXml_areAsLastFmTellsThem() {
        String sk = session("lfm-golden", tokenOf("lfm-golden"));
        String answer = call(
                        "track.scrobble",
                        Map.of(
                                "sk", sk,
                                "artist[0]", "A & <B> \"C\" ]]>",
                                "track[0]", "  Tom's \uD83C\uDFB5 \u0007tune",
                                "timestamp[0]", "1700000000",
                                "album[0]", "Álbum",
                                "artist[1]", "Nobody",
                                "track[1]", "Too late",
                                "timestamp[1]", "99999999999"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer)
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><lfm status=\"ok\"><scrobbles accepted=\"1\" ignored=\"1\">"
                                + "<scrobble><track corrected=\"1\">Tom's \uD83C\uDFB5  tune</track>"
                                + "<artist corrected=\"0\">A &amp; &lt;B&gt; \"C\" ]]&gt;</artist>"
                                + "<album corrected=\"0\">Álbum</album><albumArtist corrected=\"0\"></albumArtist>"
                                + "<timestamp>1700000000</timestamp><ignoredMessage code=\"0\"></ignoredMessage></scrobble>"
                                + "<scrobble><track corrected=\"0\">Too late</track><artist corrected=\"0\">Nobody</artist>"
                                + "<album corrected=\"0\"></album><albumArtist corrected=\"0\"></albumArtist>"
                                + "<timestamp>99999999999</timestamp>"
                                + "<ignoredMessage code=\"4\">Timestamp was too new: it is in the future</ignoredMessage></scrobble>"
                                + "</scrobbles></lfm>");
    }

    @Test
    void scrobbles_inJson_areAsLastFmTellsThem_oneIsNoList() {
        String sk = session("lfm-golden-json", tokenOf("lfm-golden-json"));
        Map<String, Object> song = song(now, sk, "A \"B\"", "T");
        song.put("format", "json");
        song.put("timestamp", 1_700_000_000);
        String one =
                "{\"artist\":{\"corrected\":\"0\",\"#text\":\"A \\\"B\\\"\"},\"album\":{\"corrected\":\"0\",\"#text\":\"\"},"
                        + "\"track\":{\"corrected\":\"0\",\"#text\":\"T\"},\"ignoredMessage\":{\"code\":\"0\",\"#text\":\"\"},"
                        + "\"albumArtist\":{\"corrected\":\"0\",\"#text\":\"\"},\"timestamp\":\"1700000000\"}";

        assertThat(call("track.scrobble", song).extract().asString())
                .isEqualTo("{\"scrobbles\":{\"scrobble\":" + one + ",\"@attr\":{\"ignored\":0,\"accepted\":1}}}");

        JsonPath two = call(
                        "track.scrobble",
                        Map.of(
                                "sk",
                                sk,
                                "format",
                                "json",
                                "artist[0]",
                                "A",
                                "track[0]",
                                "T",
                                "timestamp[0]",
                                now,
                                "artist[1]",
                                "A",
                                "track[1]",
                                "U",
                                "timestamp[1]",
                                now))
                .extract()
                .jsonPath();
        assertThat(two.getList("scrobbles.scrobble.track.'#text'")).isEqualTo(List.of("T", "U"));
    }

    @Test
    void nowPlaying_isAsLastFmTellsIt_andIsNoListen() {
        String sk = session("lfm-now", tokenOf("lfm-now"));
        Map<String, Object> song = song(now, sk, "Velvet Tram", "Depot");
        song.put("duration", "200");
        assertThat(call("track.updateNowPlaying", song)
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><lfm status=\"ok\"><nowplaying>"
                        + "<track corrected=\"0\">Depot</track><artist corrected=\"0\">Velvet Tram</artist>"
                        + "<album corrected=\"0\"></album><albumArtist corrected=\"0\"></albumArtist>"
                        + "<ignoredMessage code=\"0\"></ignoredMessage></nowplaying></lfm>");
        song.put("format", "json");
        call("track.updateNowPlaying", song).body("nowplaying.track.'#text'", equalTo("Depot"));

        nobody().get("/1/user/lfm-now/playing-now")
                .then()
                .body("payload.listens[0].track_metadata.track_name", equalTo("Depot"));
        nobody().get("/1/user/lfm-now/listen-count").then().body("payload.count", equalTo(0));
    }
}
