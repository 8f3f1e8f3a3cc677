package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://nas, http://nas, 80",
        "HTTPS://Music.Example.ORG, https://music.example.org, 443",
        "https://music.example.org:443, https://music.example.org, 443",
        "http://music.example.org:443, http://music.example.org:443, 443",
        "http://my_nas:5000, http://my_nas:5000, 5000",
        "http://[FE80::1]:5000, http://[fe80::1]:5000, 5000",
        "http://[::1], http://[::1], 80",
    })
    void parse_ofAPage_hasOneSpelling(String written, String text, int port) {
        assertThat(Origin.parse(written)).get().hasToString(text);
        assertThat(Origin.parse(written)).map(Origin::port).contains(port);
    }

    @Test
    void parse_anotherPortOrScheme_isAnotherOrigin() {
        assertThat(Origin.parse("http://nas:8080")).isNotEqualTo(Origin.parse("http://nas"));
        assertThat(Origin.parse("https://nas:80")).isNotEqualTo(Origin.parse("http://nas:80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "nas:5000",
                "file://",
                "chrome-extension://abc",
                "http://",
                "http://nas/",
                "http://nas:port",
                "http://nas:123456",
                "http://anna@nas",
                "http://nas evil"
            })
    void parse_whatIsNoPageOfTheWeb_isEmpty(String written) {
        assertThat(Origin.parse(written)).isEmpty();
    }
}
