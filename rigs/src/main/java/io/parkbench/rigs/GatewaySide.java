package io.parkbench.rigs;

import io.parkbench.gateway.site.Site;
import io.parkbench.plant.world.Plant;

/** The gateway that a bench puts to the test: the built-in one, or one that runs elsewhere (R-BENCH-4). */
public interface GatewaySide extends AutoCloseable {
  /**
   * It is there from now on.
   *
   * @param plant what it will control; not switched on yet
   */
  void start(Plant plant);

  /** The site that it runs with now, as far as the bench knows. */
  Site site();

  /** The built-in one, to look into; one that runs elsewhere fails with {@link InsideException}. */
  BuiltInGateway builtIn();

  @Override
  void close();
}
