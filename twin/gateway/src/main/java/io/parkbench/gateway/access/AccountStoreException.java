package io.parkbench.gateway.access;

/** Accounts or their pepper that cannot be read or written; the message names the file and what to do. */
public final class AccountStoreException extends Exception {
  private static final long serialVersionUID = 1;

  public AccountStoreException(String message) {
    super(message);
  }

  public AccountStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
