/** Single steps of a scan, measured with JMH. */
package cn.venuepass.benchmarks.micro;
