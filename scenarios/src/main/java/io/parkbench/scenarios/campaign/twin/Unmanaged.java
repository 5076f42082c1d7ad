package io.parkbench.scenarios.campaign.twin;

import java.util.List;

/** No load management: every connector offers its rating. */
final class Unmanaged implements Steersman {
  @Override
  public double[] offers(long now, List<Stand> stands) {
    return stands.stream().mapToDouble(stand -> stand.bay().connector().maxAmps()).toArray();
  }
}
