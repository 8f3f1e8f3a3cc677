package org.segue.imports.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.imports.ImportOptions;

/**
 * Koito's export, {@code koito_export.json}: {@code {version, exported_at, user, listens: [{listened_at, client, track: {mbid,
 * duration, aliases}, album, artists}]}}. Names are the aliases that are marked as primary; a length is in seconds.
 */
final class KoitoImporter implements HistoryImporter {

    private static final String ALIASES = "aliases";
    private static final String PRIMARY = "is_primary";

    private static final Format FORMAT = new Format(
            "koito",
            "koito",
            Signature.json("listens", "listened_at", "track", ALIASES).or(Signature.json("exported_at", "listens")));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        NamedOwner owner = new NamedOwner(file, options, "user");
        JsonEntries.read(file, sink, Set.of("listens"), owner::read, listen -> {
            long time = Fields.time("listened_at", listen.text("listened_at"));
            String client = Fields.text(listen.text("client"));
            ExternalSong song = song(listen);
            sink.listen(ExternalListen.heard(owner.user(), song, time)
                    .sentBy(client)
                    .saying(PlayInfo.of(song)
                            .text("submission_client", client)
                            .names("artist_names", artists(listen.objects("artists")))
                            .text(
                                    "release_mbid",
                                    RecordingIds.mbid(listen.object("album").text("mbid")))
                            .told()));
        });
    }

    private static ExternalSong song(JsonEntry listen) throws BadRowException {
        JsonEntry track = listen.object("track");
        return Fields.song(Fields.credit(artists(listen.objects("artists"))), name(track), name(listen.object("album")))
                .with(RecordingIds.mbid(track.text("mbid")), null, Fields.duration(track.text("duration"), 1000));
    }

    private static List<String> artists(List<JsonEntry> artists) {
        List<String> names = new ArrayList<>();
        for (JsonEntry artist : artists) {
            String name = name(artist);
            if (name != null && artist.isTrue(PRIMARY)) {
                names.add(0, name);
            } else if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private static @Nullable String name(JsonEntry named) {
        List<JsonEntry> aliases = named.objects(ALIASES);
        return aliases.stream()
                .filter(alias -> alias.isTrue(PRIMARY))
                .findFirst()
                .or(() -> aliases.stream().findFirst())
                .map(alias -> alias.text("alias"))
                .orElse(null);
    }
}
