/** What it takes to find the contacts of a case in cities of different sizes. */
package cn.venuepass.benchmarks.trace;
