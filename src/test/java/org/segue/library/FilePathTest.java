package org.segue.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/music/A/B.flac|/music|A/B.flac",
                "/music/A/B.flac|/music/|A/B.flac",
                "/music/A/B.flac|/|music/A/B.flac",
                "/music//A.flac|/music|A.flac",
                "/music/#1 Hit.mp3|/music|./#1 Hit.mp3",
                "A/B.flac|/anywhere|A/B.flac",
                "#1.mp3|/anywhere|./#1.mp3",
                "/music/…and/..dots...mp3|/music|…and/..dots...mp3",
                "C:\\Music\\A\\B.flac|C:\\Music|A/B.flac",
                "C:/Music/A.flac|C:\\Music\\|A.flac",
                "/music/back\\slash.mp3|/music|back\\slash.mp3",
            })
    void in_aFolder_isRelativeToIt(String path, String folder, String line) {
        assertThat(FilePath.in(path, folder)).contains(line);
    }

    @Test
    void in_aFolder_aBlankAtTheStart_stays() {
        assertThat(FilePath.in("/music/ A.mp3", "/music")).contains("./ A.mp3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/other/A.flac",
                "/musical/A.flac",
                "/music",
                "/music/",
                "/music/../etc/passwd",
                "/music/A/..",
                "../A.flac",
                "C:\\Music\\..\\A.flac",
                "/music/A\nB.flac",
                "/music/A\rB.flac",
                "/music/A\u2028B.flac",
                "/music/A\u0000.flac",
                "",
                " "
            })
    void in_whatLeadsOut_orBreaksALine_isNone(String path) {
        assertThat(FilePath.in(path, "/music")).isEmpty();
    }

    @Test
    void in_noFolder_isAsTheServerSays_ifThatIsFromTheRoot() {
        assertThat(FilePath.in("/music/#A.flac", null)).contains("/music/#A.flac");
        assertThat(FilePath.in("Artist/Album/01 - Title.mp3", null)).isEmpty();
    }
}
