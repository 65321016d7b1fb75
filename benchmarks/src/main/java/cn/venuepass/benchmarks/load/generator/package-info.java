/** The load itself, in a process of its own: as cheap as can be, for it shares the machine. */
package cn.venuepass.benchmarks.load.generator;
