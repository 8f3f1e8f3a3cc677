package org.segue.spark;

import org.apache.spark.sql.SparkSession;

/** The Spark of all tests of a process: two threads, no page, no port but on loopback. */
final class SparkSessions {

    private SparkSessions() {}

    static SparkSession local() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("segue tests")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.maxResultSize", "0")
                .config("spark.sql.shuffle.partitions", 4)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .getOrCreate();
    }
}
