package io.parkbench.gateway.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of a site or rig file with its place: reads itself as what is wanted, or tells what is wrong and gives null. */
public record Value(Problems problems, Node node, Mark mark, String path) {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,12}(\\.\\d{1,9})?");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?(ms|s|min|h)?");

  /** The value of a key in this mapping; a list or mapping that begins on a later line is told at its key. */
  public Value child(String key, NodeTuple tuple) {
    Mark atKey = tuple.getKeyNode().getStartMark();
    Mark atValue = tuple.getValueNode().getStartMark();
    return new Value(problems, tuple.getValueNode(), atValue.getLine() > atKey.getLine() ? atKey : atValue, childPath(key));
  }

  public void error(String message) {
    problems.error(mark, path, message);
  }

  public void warning(String message) {
    problems.warning(mark, path, message);
  }

  public int line() {
    return mark.getLine() + 1;
  }

  public String childPath(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Any one-line text of 1 to {@code longest} characters; a number is text too. */
  @Nullable
  public String text(int longest) {
    String text = scalar("text");
    if (text == null) {
      return null;
    }
    if (text.isBlank() || !text.equals(text.strip()) || text.chars().anyMatch(Character::isISOControl)) {
      error("must be one line of text without spaces at its ends");
      return null;
    }
    if (text.length() > longest) {
      error("has " + text.length() + " characters; " + longest + " at most");
      return null;
    }
    return text;
  }

  /** A decimal number within bounds. */
  @Nullable
  public BigDecimal number(double least, double most, String unit) {
    String text = scalar("a number" + (unit.isEmpty() ? "" : " of " + unit));
    if (text == null) {
      return null;
    }
    if (!NUMBER.matcher(text).matches() || quoted()) {
      error("'" + text + "' is not a number; write " + (unit.isEmpty() ? "it" : unit) + " as a plain decimal like "
          + Show.plain(Math.max(least, 1)));
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    if (number.doubleValue() < least || number.doubleValue() > most) {
      String suffix = unit.isEmpty() ? "" : " " + unit;
      error(text + suffix + " is out of range; from " + Show.plain(least) + " to " + Show.plain(most) + suffix);
      return null;
    }
    return number;
  }

  /** A whole number within bounds. */
  @Nullable
  public Integer integer(int least, int most) {
    BigDecimal number = number(least, most, "");
    if (number == null) {
      return null;
    }
    if (number.stripTrailingZeros().scale() > 0) {
      error(number.toPlainString() + " is not a whole number");
      return null;
    }
    return number.intValue();
  }

  /** A percentage, as permille. */
  @Nullable
  public Integer permille(double least, double most) {
    BigDecimal number = number(least, most, "%");
    if (number == null) {
      return null;
    }
    BigDecimal permille = number.movePointRight(1).stripTrailingZeros();
    if (permille.scale() > 0) {
      error(number.toPlainString() + " % is finer than the gateway counts; use steps of 0.1 %");
      return null;
    }
    return permille.intValue();
  }

  /** A current in A, as 0.1 A. */
  @Nullable
  public Integer amps(double least, double most) {
    BigDecimal number = number(least, most, "A");
    if (number == null) {
      return null;
    }
    BigDecimal da = number.movePointRight(1).stripTrailingZeros();
    if (da.scale() > 0) {
      error(number.toPlainString() + " A is finer than the gateway counts; use steps of 0.1 A");
      return null;
    }
    return da.intValue();
  }

  /** A power in kW, as W rounded down. */
  @Nullable
  public Integer kilowatts(double least, double most) {
    BigDecimal number = number(least, most, "kW");
    return number == null ? null : number.movePointRight(3).intValue();
  }

  /** True or false. */
  @Nullable
  public Boolean flag() {
    String text = scalar("true or false");
    if (text == null) {
      return null;
    }
    if (!quoted() && (text.equals("true") || text.equals("false"))) {
      return text.equals("true");
    }
    error("'" + text + "' is not a yes or no; write true or false");
    return null;
  }

  /** A length of time such as {@code 90 s}, {@code 15 min} or {@code 12 h}; a number alone is seconds. */
  @Nullable
  public Duration duration(Duration least, Duration most) {
    String text = scalar("a length of time");
    if (text == null) {
      return null;
    }
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      error("'" + text + "' is not a length of time; write it like 500 ms, 90 s, 15 min or 12 h");
      return null;
    }
    String unit = matcher.group(2);
    long millisPerUnit = unit == null ? 1000 : switch (unit) {
      case "ms" -> 1;
      case "s" -> 1000;
      case "min" -> 60_000;
      default -> 3_600_000;
    };
    Duration duration = Duration.ofMillis(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(millisPerUnit)).longValue());
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      error(text + " is out of range; from " + Show.duration(least) + " to " + Show.duration(most));
      return null;
    }
    return duration;
  }

  /** One of a few words, compared without regard to case. */
  public <T> @Nullable T oneOf(T[] choices, Function<T, String> name) {
    String text = scalar("one of the words that are known here");
    if (text == null) {
      return null;
    }
    for (T choice : choices) {
      if (name.apply(choice).toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
        return choice;
      }
    }
    error("'" + text + "' is not known here" + Suggest.remedy(text, Arrays.stream(choices).map(name).toList()));
    return null;
  }

  /** Whether it is this very word. */
  public boolean is(String word) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
  }

  /** The entries of a list; of anything else one problem and none. */
  public List<Value> items() {
    List<Value> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        items.add(new Value(problems, item, item.getStartMark(), path + "[" + items.size() + "]"));
      }
    } else {
      error("must be a list; start each entry with '- ', or write []");
    }
    return items;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isBlock() {
    return node instanceof MappingNode;
  }

  /** A mapping with these keys; null, with the problem told, if it is something else. */
  @Nullable
  public Block block(Set<String> known) {
    if (node instanceof MappingNode mapping) {
      return Block.open(this, mapping, known);
    }
    error("must be a mapping; write it as 'key: value' with the keys " + String.join(", ", known));
    return null;
  }

  private boolean quoted() {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() != ScalarStyle.PLAIN;
  }

  private @Nullable String scalar(String wanted) {
    if (!(node instanceof ScalarNode scalar)) {
      error("must be " + wanted + ", not a " + (isList() ? "list" : "mapping"));
      return null;
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      error("is empty; give " + wanted + " or remove the key");
      return null;
    }
    return scalar.getValue();
  }
}
