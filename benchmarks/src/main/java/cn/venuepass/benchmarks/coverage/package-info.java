/**
 * Measures how long supervisors wait for coverage and its lists, by how many places and visits
 * there are.
 */
package cn.venuepass.benchmarks.coverage;
