package io.parkbench.benchmarks.load;

import io.parkbench.benchmarks.load.HttpsConnection.Answer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logs clients of the load in. */
final class Login {
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private Login() {}

  static Answer ask(HttpsConnection connection, String user, String password) throws IOException {
    return connection.ask(
        "POST", "/login/login", null, "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}");
  }

  /** A token for the user; one that is not given throws. */
  static String token(HttpsConnection connection, String user) throws IOException {
    Answer answer = ask(connection, user, BusyCampus.PASSWORD);
    Matcher token = TOKEN.matcher(connection.text(answer));
    if (answer.status() != 200 || !token.find()) {
      throw new IOException("no login for " + user + ": " + connection.text(answer));
    }
    return token.group(1);
  }
}
