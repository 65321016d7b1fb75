package cn.venuepass.benchmarks.city;

/**
 * Somebody really was at a place, whatever the doors noticed.
 *
 * @param arrived in milliseconds since 1970
 * @param companion whether the guardian scanned for the person
 * @param luck decides what the doors notice; those who pass by one scan share it
 */
record Trip(Place place, long arrived, long left, boolean companion, long luck) {}
