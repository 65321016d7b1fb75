/** Drives the scan path of the running product, and of what it is compared with. */
package cn.venuepass.benchmarks.load;
