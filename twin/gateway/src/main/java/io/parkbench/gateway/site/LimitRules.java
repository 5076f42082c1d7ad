package io.parkbench.gateway.site;

/**
 * Readings of what the guides leave open about how limits combine.
 *
 * @param touOffWithInputs whether tariffs are out of force while any input is enabled; else while one is active (R-DI-3)
 * @param reductionsCut whether a building's reduction is what is taken off a zone's maximum; else what remains
 */
public record LimitRules(boolean touOffWithInputs, boolean reductionsCut) {
  public static final LimitRules DEFAULTS = new LimitRules(false, false);
}
