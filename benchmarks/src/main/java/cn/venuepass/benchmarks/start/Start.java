package cn.venuepass.benchmarks.start;

/**
 * One start.
 *
 * @param seconds from the start of the process until it is ready
 * @param resident bytes of memory then
 * @param residentAfterRequests the same after some requests
 */
record Start(double seconds, long resident, long residentAfterRequests) {}
