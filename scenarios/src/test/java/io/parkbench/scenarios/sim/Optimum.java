package io.parkbench.scenarios.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The most energy that a site could deliver under a power limit if it knew the whole day beforehand: a linear program over the
 * energy of each session between one coming or going and the next. Nothing is lost by these long intervals, since rates may as
 * well be constant in them. It knows no floors and no fairness, so no rule of sharing can beat it.
 */
final class Optimum {
  private Optimum() {}

  /** What there is from one minute to another, kWh. */
  interface Room {
    double kwh(int from, int to);
  }

  static double kwh(List<Stay> stays, double limitKw) {
    return kwh(stays, (from, to) -> limitKw * (to - from) / 60);
  }

  /** Under a limit that moves, it may use between two events what there is all together: it can only be better than what is possible. */
  static double kwh(List<Stay> stays, Room room) {
    int[] events = stays.stream().flatMap(stay -> List.of(stay.from(), stay.to()).stream()).distinct().sorted()
        .mapToInt(Integer::intValue).toArray();
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Expression> wanted = stays.stream().map(stay -> model.newExpression(stay.id()).upper(stay.wantedKwh())).toList();
    for (int i = 1; i < events.length; i++) {
      int begin = events[i - 1];
      int end = events[i];
      double hours = (end - begin) / 60.0;
      Expression site = model.newExpression("site from minute " + begin).upper(room.kwh(begin, end));
      for (int s = 0; s < stays.size(); s++) {
        if (stays.get(s).spans(begin, end)) {
          Variable energy = model.newVariable(s + " from minute " + begin).lower(0).upper(stays.get(s).maxKw() * hours).weight(1);
          site.set(energy, 1);
          wanted.get(s).set(energy, 1);
        }
      }
    }
    Optimisation.Result result = model.maximise();
    assertTrue(result.getState().isOptimal(), () -> "the linear program ended " + result.getState());
    return result.getValue();
  }
}
