package io.parkbench.kernel;

/** What {@link Fault.Corrupt} does to a text: one character altered or the rest cut off, and never valid JSON any more. */
final class Corruption {
  private static final String WRONG = "~\u00a4}\"x0";

  private Corruption() {}

  static Frame of(Frame frame, Chance chance) {
    String text = frame.text();
    if (text.isEmpty()) {
      return frame;
    }
    int at = (int) chance.between(0, text.length() - 1);
    int with = (int) chance.between(0, WRONG.length());
    if (Character.isLowSurrogate(text.charAt(at))) {
      at--; // half a character would not survive the wire
    }
    String altered = text.substring(0, at);
    if (with < WRONG.length()) {
      altered += WRONG.charAt(with) + text.substring(text.offsetByCodePoints(at, 1));
    }
    // what still reads as JSON would be a lie rather than a fault: below TCP that does not happen
    return new Frame(Frame.Opcode.TEXT, JsonLines.isOneValue(altered) ? altered + "~" : altered);
  }
}
