package cn.venuepass.benchmarks.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the sides are started.
 *
 * @param folder where everything lies that is deleted afterwards
 * @param jar the product
 * @param residents how many people scan
 * @param venues at how many venues
 * @param threads how many requests a service works on at once
 * @param jvm the options of every service's virtual machine
 * @param group more options of the product
 * @param single the options that make it commit each scan alone
 * @param recording where a flight recording of the group side goes
 */
record Setting(
    Path folder,
    Path jar,
    int residents,
    int venues,
    int threads,
    List<String> jvm,
    List<String> group,
    List<String> single,
    Optional<Path> recording) {}
