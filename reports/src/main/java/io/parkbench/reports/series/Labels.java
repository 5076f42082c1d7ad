package io.parkbench.reports.series;

/**
 * The tags of all series of one recording.
 *
 * @param site the site's name, or what else the run is about
 * @param run name of the run folder; virtual time begins at the same instant in every run
 * @param recording of the run: {@code sim}, a scenario's id, {@code seed-42}
 */
public record Labels(String site, String run, String recording) {}
