/** Measures the product. Nothing of it is part of the product. */
package cn.venuepass.benchmarks;
