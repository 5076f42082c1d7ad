package io.parkbench.scenarios.demo.command;

import org.jspecify.annotations.Nullable;

/** A command that cannot be carried out, and has changed nothing. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable String field;
  private final @Nullable String remedy;

  /**
   * @param status of HTTP, 4xx
   * @param field what is wrong in the command, or null
   * @param remedy what to do, or null
   */
  public Refusal(int status, String message, @Nullable String field, @Nullable String remedy) {
    super(message);
    this.status = status;
    this.field = field;
    this.remedy = remedy;
  }

  /** 400: what {@code field} says cannot be. */
  static Refusal bad(String field, String message, @Nullable String remedy) {
    return new Refusal(400, message, field, remedy);
  }

  /** 409: not as things are now. */
  static Refusal notNow(String message, @Nullable String remedy) {
    return new Refusal(409, message, null, remedy);
  }

  public int status() {
    return status;
  }

  public @Nullable String field() {
    return field;
  }

  public @Nullable String remedy() {
    return remedy;
  }
}
