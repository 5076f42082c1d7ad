package io.parkbench.scenarios.campaign.twin;

import java.util.List;
import java.util.Map;

/**
 * What zones may take at most from an instant on, besides what else limits them: tariffs, inputs and reductions as they came.
 *
 * @param at µs since 1970
 * @param most by zone: on supply phases 1 to 3, 0.1 A, then over all phases, W; infinite for no limit
 */
public record Lowering(long at, Map<String, List<Double>> most) {}
