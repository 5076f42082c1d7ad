package io.parkbench.scenarios.campaign;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The seeds of a campaign, {@code A..B} with both ends, and a shard's part of them. */
public record Seeds(long from, long to, int shard, int shards) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,15})(?:\\.\\.(\\d{1,15}))?");
  private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /** {@code 1..200} or {@code 7}; anything else fails with {@link IllegalArgumentException}. */
  public static Seeds parse(String range) {
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + range + "' is no range of seeds; write 1..200, or 7 for one");
    }
    long from = Long.parseLong(matcher.group(1));
    long to = matcher.group(2) == null ? from : Long.parseLong(matcher.group(2));
    if (to < from) {
      throw new IllegalArgumentException("the range of seeds " + range + " is empty");
    }
    return new Seeds(from, to, 0, 1);
  }

  /** Every n-th of them, beginning with the i-th: {@code i/n}, i from 0 as Kubernetes counts its indexed jobs. */
  public Seeds shard(String text) {
    Matcher matcher = SHARD.matcher(text);
    int index = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    int count = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (index >= count) {
      throw new IllegalArgumentException("'" + text + "' is no shard; write i/n with i from 0 to n − 1");
    }
    return new Seeds(from, to, index, count);
  }

  /** In rising order. */
  public List<Long> list() {
    return LongStream.rangeClosed(from, to).filter(seed -> (seed - from) % shards == shard).boxed().toList();
  }

  public boolean isWhole() {
    return shards == 1;
  }

  @Override
  public String toString() {
    return from + ".." + to + (isWhole() ? "" : " shard " + shard + "/" + shards);
  }
}
