package io.parkbench.scenarios.probe;

/**
 * A number that a probe has measured.
 *
 * @param name what it is of, in snake case with its unit at the end as the model file has it: {@code reply_median_ms}
 */
public record Figure(String name, double value, String unit) {}
