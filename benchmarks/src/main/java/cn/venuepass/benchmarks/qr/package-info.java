/** How long posters take to draw. */
package cn.venuepass.benchmarks.qr;
