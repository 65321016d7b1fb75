/**
 * A believable city in a database: who lives where, goes where, and scans how. The model is a pure
 * function of a seed; the filling writes what the service's ledger would have written.
 */
package cn.venuepass.benchmarks.city;
