/** Measures how long supervisors wait for coverage, by how many places and visits there are. */
package cn.venuepass.benchmarks.coverage;
