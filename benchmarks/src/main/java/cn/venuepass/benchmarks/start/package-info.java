/** How long the product takes to start, and how much memory it takes then. */
package cn.venuepass.benchmarks.start;
