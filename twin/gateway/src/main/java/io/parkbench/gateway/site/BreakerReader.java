package io.parkbench.gateway.site;

import io.parkbench.gateway.protection.Breaker;
import io.parkbench.gateway.protection.Curve;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what protects a zone. */
final class BreakerReader {
  private BreakerReader() {}

  /** Null where something was wrong, which is told. */
  static @Nullable Breaker read(Value value) {
    Block block = value.block(Keys.BREAKER);
    if (block == null) {
      return null;
    }
    Curve curve = block.need("curve", "say what it is: B, C, D, MCCB or gG", v -> v.oneOf(Curve.values(), Curve::text));
    Double rating = block.need("rating_a", "give its rated current, or the setting of a moulded-case breaker, in A",
        v -> rating(v, curve));
    Double shortTime = block.get("isd", v -> number(v, 1.5, 12));
    Double longDelay = block.get("tr_s", v -> number(v, 0.5, 30));
    if (curve != null && curve != Curve.MCCB) {
      for (String key : new String[] {"isd", "tr_s"}) {
        if (block.at(key) != null) {
          block.place(key).error("only a moulded-case breaker can be set; remove it, or write curve: MCCB");
        }
      }
    }
    return curve == null || rating == null ? null : new Breaker(curve, rating, shortTime, longDelay);
  }

  private static @Nullable Double rating(Value value, @Nullable Curve curve) {
    Integer da = value.amps(0.1, curve == null ? Curve.MCCB.mostAmps() : curve.mostAmps());
    if (da != null && curve != null && !curve.ratings().isEmpty() && (da % 10 != 0 || !curve.ratings().contains(da / 10))) {
      value.error(Show.amps(da) + " is no rating of a fuse " + curve.text() + "; there are "
          + curve.ratings().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " A");
      return null;
    }
    return da == null ? null : Double.valueOf(da / 10.0);
  }

  private static @Nullable Double number(Value value, double least, double most) {
    BigDecimal number = value.number(least, most, "");
    return number == null ? null : Double.valueOf(number.doubleValue());
  }
}
