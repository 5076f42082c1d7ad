package io.parkbench.reports.series;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * The server, through InfluxDB's own client. Its blocking call, because that says for every batch what became of it; its asynchronous one drops by
 * itself what it could not send.
 */
final class SeriesServer implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** What became of a batch. */
  sealed interface Answer {
    /** It is written. */
    record Written() implements Answer {}

    /** The server cannot be reached, or not now: the same batch can be sent again. */
    record Away(String why) implements Answer {}

    /** It does not let us write there: the same batch can be sent again once somebody has mended that. */
    record Forbidden(String why) implements Answer {}

    /** It will never take this batch. */
    record Refused(String why) implements Answer {}
  }

  private final InfluxDBClient client;
  private final WriteApiBlocking write;
  private final SeriesTarget target;

  SeriesServer(SeriesTarget target) {
    this.target = target;
    InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder()
        .url(target.url()).org(target.org()).bucket(target.bucket())
        .okHttpClient(new OkHttpClient.Builder().connectTimeout(CONNECT).readTimeout(ANSWER).writeTimeout(ANSWER));
    String token = target.token();
    if (token != null) {
      options.authenticateToken(token.toCharArray());
    }
    client = InfluxDBClientFactory.create(options.build());
    write = client.getWriteApiBlocking();
  }

  /** Sends lines of the line protocol with instants in µs; waits for the answer. */
  Answer write(List<String> lines) {
    try {
      write.writeRecords(WritePrecision.US, lines);
      return new Answer.Written();
    } catch (InfluxException bad) {
      String why = bad.status() + " " + bad.getMessage();
      return switch (bad.status()) {
        case 0, 408, 425, 429, 500, 502, 503, 504 -> new Answer.Away(String.valueOf(bad.getMessage()));
        case 401, 403 -> new Answer.Forbidden(why + "; does the token's account write to bucket '" + target.bucket() + "'?");
        case 404 -> new Answer.Forbidden(
            why + "; are organisation '" + target.org() + "' and bucket '" + target.bucket() + "' there, and is this its address?");
        default -> new Answer.Refused(why);
      };
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
