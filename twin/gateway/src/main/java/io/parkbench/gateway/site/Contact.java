package io.parkbench.gateway.site;

import java.time.Duration;

/**
 * How the contact of a digital input is heard (R-DI-4, C-24).
 *
 * @param activeHigh whether the input is active at the high level; else at the low one, as with a contact that opens to tell
 * @param debounce a level must have stood for so long to count
 * @param hold an input that has become active stays so for so long at least; becoming active is never held back
 * @param onLoss what it counts as while its source is lost
 * @param lostAfter without a word of its level for so long the source is lost
 */
public record Contact(
    ContactSource source, boolean activeHigh, Duration debounce, Duration hold, OnLoss onLoss, Duration lostAfter) {
  public static final Duration DEBOUNCE = Duration.ofMillis(50);
  public static final Duration HOLD = Duration.ofSeconds(1);
  public static final Duration LOST_AFTER = Duration.ofSeconds(2);

  /** What an input counts as while nobody knows its level. */
  public enum OnLoss {
    /** It limits: the safe reading, and what a hard input does unless it is said otherwise. */
    ACTIVE("active"),
    /** It does not limit. */
    INACTIVE("inactive"),
    /** As it was last: what others do unless it is said otherwise. */
    KEEP("keep");

    private final String text;

    OnLoss(String text) {
      this.text = text;
    }

    /** The name as written in a site file. */
    public String text() {
      return text;
    }
  }

  /** A contact of which nothing is said, of an input that is hard or not. */
  public static Contact usual(boolean hard) {
    return new Contact(new ContactSource.Virtual(), true, DEBOUNCE, HOLD, usualOnLoss(hard), LOST_AFTER);
  }

  static OnLoss usualOnLoss(boolean hard) {
    return hard ? OnLoss.ACTIVE : OnLoss.KEEP;
  }
}
