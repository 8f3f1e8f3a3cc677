package org.segue.protocols.listenbrainz;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Artist;
import org.segue.catalog.Catalog;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.CreditRepository.CreditedArtist;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.listens.ListenStatsRepository;
import org.segue.listens.PlayedWork;

/** What users have listened to most, in the protocol's words: the most first. Its methods block. */
@Singleton
class Stats {

    private final ListenStatsRepository listens;
    private final Catalog catalog;
    private final CreditRepository credits;
    private final RecordingRepository recordings;

    Stats(ListenStatsRepository listens, Catalog catalog, CreditRepository credits, RecordingRepository recordings) {
        this.listens = listens;
        this.catalog = catalog;
        this.credits = credits;
        this.recordings = recordings;
    }

    /** One entry of an answer, and how often it was listened to. */
    private static final class Counted {
        private final Map<String, Object> words = new LinkedHashMap<>();
        private int listens;
    }

    /** Entries by what tells them apart. */
    private static final class Entries {
        private final Map<Object, Counted> counted = new LinkedHashMap<>();

        Map<String, Object> count(Object identity, int plays) {
            Counted entry = counted.computeIfAbsent(identity, one -> new Counted());
            entry.listens += plays;
            return entry.words;
        }

        List<Map<String, Object>> mostFirst() {
            List<Counted> sorted = new ArrayList<>(counted.values());
            sorted.sort(Comparator.comparingInt((Counted one) -> one.listens).reversed());
            sorted.forEach(one -> one.words.put("listen_count", one.listens));
            return sorted.stream().map(one -> one.words).toList();
        }
    }

    /** What is known of the songs that were played. */
    private record Played(
            List<PlayedWork> works, Map<Integer, Song> songs, Map<Integer, List<CreditedArtist>> artists) {

        List<CreditedArtist> artistsOf(Song song) {
            return artists.getOrDefault(song.artistId(), List.of());
        }

        List<String> mbids(Song song) {
            return artistsOf(song).stream()
                    .map(CreditedArtist::mbid)
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .toList();
        }
    }

    private Played played(User user, LocalDate from, LocalDate to) {
        List<PlayedWork> works = listens.works(user.id(), seconds(from), seconds(to));
        Map<Integer, Song> songs = catalog.songs(
                        works.stream().map(PlayedWork::songId).collect(Collectors.toSet()))
                .join();
        return new Played(
                works.stream().filter(work -> songs.containsKey(work.songId())).toList(),
                songs,
                credits.artistsOf(songs.values().stream().map(Song::artistId).collect(Collectors.toSet())));
    }

    static long seconds(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    List<Map<String, Object>> artists(User user, LocalDate from, LocalDate to) {
        Played played = played(user, from, to);
        Entries entries = new Entries();
        for (PlayedWork work : played.works()) {
            for (CreditedArtist one : played.artistsOf(song(played, work))) {
                Artist artist = one.artist();
                Map<String, Object> entry = entries.count(artist.id(), work.listens());
                entry.put("artist_mbid", one.mbid());
                entry.put("artist_mbids", one.mbid() == null ? List.of() : List.of(one.mbid()));
                entry.put("artist_name", artist.name());
            }
        }
        return entries.mostFirst();
    }

    private static Song song(Played played, PlayedWork work) {
        return Objects.requireNonNull(played.songs().get(work.songId()));
    }

    List<Map<String, Object>> recordings(User user, LocalDate from, LocalDate to) {
        Played played = played(user, from, to);
        Map<Integer, RecordingIds> ids = recordings.recordingIds(played.songs().keySet());
        Entries entries = new Entries();
        for (PlayedWork work : played.works()) {
            Song song = song(played, work);
            Map<String, Object> entry = entries.count(song.id(), work.listens());
            entry.put("artist_mbids", played.mbids(song));
            entry.put("artist_name", song.artist());
            entry.put(
                    "recording_mbid",
                    ids.getOrDefault(song.id(), RecordingIds.NONE).mbid());
            entry.putIfAbsent("release_mbid", work.releaseMbid());
            entry.put("release_name", song.album());
            entry.put("track_name", song.title());
        }
        return entries.mostFirst();
    }

    List<Map<String, Object>> releases(User user, LocalDate from, LocalDate to) {
        return albums(user, from, to, "release_mbid", "release_name", PlayedWork::releaseMbid);
    }

    List<Map<String, Object>> releaseGroups(User user, LocalDate from, LocalDate to) {
        return albums(user, from, to, "release_group_mbid", "release_group_name", PlayedWork::releaseGroupMbid);
    }

    // Albums of one name by one artist are one.
    private List<Map<String, Object>> albums(
            User user,
            LocalDate from,
            LocalDate to,
            String idField,
            String nameField,
            Function<PlayedWork, @Nullable String> id) {
        Played played = played(user, from, to);
        Entries entries = new Entries();
        for (PlayedWork work : played.works()) {
            Song song = song(played, work);
            String album = work.album() == null ? song.album() : work.album();
            if (album != null) {
                Map<String, Object> entry =
                        entries.count(List.of(song.artistId(), album.toLowerCase(Locale.ROOT)), work.listens());
                entry.put("artist_mbids", played.mbids(song));
                entry.put("artist_name", song.artist());
                entry.putIfAbsent(idField, id.apply(work));
                entry.putIfAbsent(nameField, album);
                entry.put("caa_id", null);
                entry.put("caa_release_mbid", null);
            }
        }
        return entries.mostFirst();
    }

    /**
     * How much was listened to in each step of a time.
     *
     * @param withoutEmpty whether steps without a listen are left out
     */
    List<Map<String, Object>> activity(
            User user, LocalDate from, LocalDate to, StatsRange.Step step, boolean withoutEmpty) {
        SortedMap<Long, Integer> days = listens.days(user.id(), seconds(from), seconds(to));
        DateTimeFormatter name = DateTimeFormatter.ofPattern(step.pattern(), Locale.ENGLISH);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (LocalDate first = from; first.isBefore(to); first = first.plus(step.length())) {
            LocalDate next = first.plus(step.length());
            int count = days.subMap(first.toEpochDay(), next.toEpochDay()).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (count > 0 || !withoutEmpty) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("time_range", name.format(first));
                entry.put("from_ts", seconds(first));
                entry.put("to_ts", seconds(next) - 1);
                entry.put("listen_count", count);
                entries.add(entry);
            }
        }
        return entries;
    }
}
