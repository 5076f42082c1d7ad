/**
 * What is fast enough, measured (JMH). {@code ./mvnw -pl benchmarks -am package -DskipTests} builds, and
 * {@code java -jar benchmarks/target/benchmarks.jar AllocatorBenchmark -prof gc} runs one class of them on Java 25.
 */
@NullMarked
package io.parkbench.benchmarks;

import org.jspecify.annotations.NullMarked;
