package org.segue.spark;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Made listening in the columns of ListenBrainz' Spark dump: each listener has one of a few tastes, plays popular songs of it more than others, in sessions; a fifth of the songs has
 * no MBID, and one listener plays everything.
 *
 * @param users how many listeners
 * @param songs how many songs
 * @param songsPerUser about how many of them a listener plays
 */
record MadeListens(int users, int songs, int songsPerUser) {

    static final StructType LISTENBRAINZ = new StructType()
            .add("listened_at", "timestamp")
            .add("user_id", "int")
            .add("recording_msid", "string")
            .add("artist_name", "string")
            .add("artist_credit_id", "int")
            .add("release_name", "string")
            .add("recording_name", "string")
            .add("recording_mbid", "string")
            .add("artist_credit_mbids", DataTypes.createArrayType(DataTypes.StringType));

    /** Begins the ids of all listeners, and nothing else. */
    static final int FIRST_USER = 770_000_000;

    private static final int TASTES = 20;
    private static final long START = 1_700_000_000L;

    /** A listener who plays every song, one a second. */
    static final int ROBOT = FIRST_USER - 1;

    Dataset<Row> table(SparkSession spark) {
        int allSongs = songs;
        int each = songsPerUser;
        Dataset<Long> numbers = spark.range(-1, users, 1, 4).as(Encoders.LONG());
        return spark.createDataFrame(
                numbers.javaRDD().flatMap(user -> listens(user.intValue(), allSongs, each)), LISTENBRAINZ);
    }

    private static Iterator<Row> listens(int user, int songs, int each) {
        SplittableRandom random = new SplittableRandom(user * 7919L);
        int[] played = user < 0
                ? IntStream.range(0, songs).toArray()
                : IntStream.range(0, each)
                        .map(k -> song(random, user % TASTES, songs))
                        .toArray();
        List<Row> listens = new ArrayList<>();
        long at = START + random.nextInt(1_000_000);
        for (int k = 0; k < played.length; k++) {
            at += user < 0 ? 1 : k % 12 == 0 ? 40_000 : 200;
            listens.add(listen(user, played[k], at));
            if (random.nextInt(3) == 0 && user >= 0) {
                listens.add(listen(user, played[k], at + 80_000));
            }
        }
        return listens.iterator();
    }

    private static int song(SplittableRandom random, int taste, int songs) {
        int rank = (int) ((double) songs / TASTES * Math.pow(random.nextDouble(), 2));
        int ofTaste = random.nextInt(5) == 0 ? random.nextInt(TASTES) : taste;
        return rank * TASTES + ofTaste;
    }

    private static Row listen(int user, int song, long at) {
        String mbid = song % 5 == 0 ? null : mbid(song);
        return RowFactory.create(
                Timestamp.from(Instant.ofEpochSecond(at)),
                FIRST_USER + user,
                new UUID(7, song).toString(),
                artist(song),
                song / 10,
                "Album " + song / 12,
                title(song) + (user % 3 == 0 ? " (Official Video)" : ""),
                mbid,
                new String[] {new UUID(0x77, song / 10).toString()});
    }

    static String artist(int song) {
        return "Artist " + song / 10;
    }

    static String title(int song) {
        return "Song " + song;
    }

    static String mbid(int song) {
        return new UUID(0x1234, song).toString();
    }
}
