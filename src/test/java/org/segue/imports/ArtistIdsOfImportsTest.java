package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;
import static org.segue.imports.formats.Fixtures.forUser;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.segue.jobs.JobStatus;
import org.segue.storage.Statements;

/** What MusicBrainz calls artists, as ListenBrainz's exports tell it of songs by one artist. */
class ArtistIdsOfImportsTest extends WithRunningImports {

    private static final String ID = "5c1d7e20-00d1-4aaa-8bbb-0000000000";
    private static int at = 1_677_700_801;

    private static String listen(String artist, String info, String mapping) {
        at += 300;
        return """
                {"listened_at":%d,"track_metadata":{"track_name":"Rope","artist_name":"%s","additional_info":{%s},"mbid_mapping":%s}}
                """.formatted(at, artist, info, mapping).replace("$", ID);
    }

    @Test
    void accept_listenBrainzExport_keepsTheIdsOfArtists_whereThereIsNone() throws IOException {
        String export = listen("Tagged", "\"artist_mbids\":[\"$01\"]", "{\"artist_mbids\":[\"$02\"]}")
                + listen("Tagged", "\"artist_mbids\":[\"$03\"]", "null")
                + listen(
                        "Mapped",
                        "",
                        "{\"artist_mbids\":[\"$04\"],\"artists\":[{\"artist_credit_name\":\"MAPPED\",\"artist_mbid\":\"$04\"}]}")
                + listen(
                        "Mistaken",
                        "",
                        "{\"artist_mbids\":[\"$05\"],\"artists\":[{\"artist_credit_name\":\"Another\"}]}")
                + listen("Unsure", "", "{\"artist_mbids\":[\"$06\"]}")
                + listen("Two & Two", "\"artist_mbids\":[\"$07\",\"$08\"]", "null")
                + listen("None", "\"artist_mbids\":[\"\"]", "null");

        assertThat(imports.run(forUser("anna"), bytes(export)).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(mbids()).isEqualTo(Map.of("Tagged", ID + "01", "Mapped", ID + "04"));

        imports.run(forUser("ben"), bytes(listen("Tagged", "\"artist_mbids\":[\"$09\"]", "null")));
        assertThat(mbids()).containsEntry("Tagged", ID + "01");
    }

    private Map<String, String> mbids() {
        Map<String, String> mbids = new TreeMap<>();
        imports.database.read(connection -> {
            Statements.queryEach(
                    connection,
                    "SELECT name, mbid FROM artist WHERE mbid IS NOT NULL",
                    row -> mbids.put(row.getString(1), row.getString(2)));
            return mbids;
        });
        return mbids;
    }
}
