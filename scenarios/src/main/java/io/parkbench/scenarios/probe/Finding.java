package io.parkbench.scenarios.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * What one probe has found.
 *
 * @param sentence what the device did, for people
 * @param quirks the words of the catalogue for it; empty for what has no word there
 */
public record Finding(Verdict verdict, String sentence, List<String> quirks, List<Figure> figures) {
  public Finding {
    quirks = List.copyOf(quirks);
    figures = List.copyOf(figures);
  }

  public static Finding sound(String sentence) {
    return new Finding(Verdict.SOUND, sentence, List.of(), List.of());
  }

  /** A quirk that the catalogue has. */
  public static Finding quirk(String word, String sentence) {
    return new Finding(Verdict.QUIRK, sentence, List.of(word), List.of());
  }

  /** A deviation that the catalogue has no word for. */
  public static Finding odd(String sentence) {
    return new Finding(Verdict.QUIRK, sentence, List.of(), List.of());
  }

  public static Finding unsure(String sentence) {
    return new Finding(Verdict.UNSURE, sentence, List.of(), List.of());
  }

  public static Finding untried(String sentence) {
    return new Finding(Verdict.UNTRIED, sentence, List.of(), List.of());
  }

  /** The same with one figure more. */
  public Finding with(String name, double value, String unit) {
    List<Figure> more = new ArrayList<>(figures);
    more.add(new Figure(name, value, unit));
    return new Finding(verdict, sentence, quirks, more);
  }

  /** The same, but doubted. */
  public Finding doubted(String why) {
    return new Finding(Verdict.UNSURE, sentence + "; but " + why, List.of(), figures);
  }
}
