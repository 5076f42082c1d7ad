package io.parkbench.protocol.ocpp;

/** A station asks whether an identifier may charge (OCPP 1.6 sections 4.1, 6.1, 6.2). */
public final class Authorize {
  private Authorize() {}

  /**
   * @param idTag at most 20 characters
   */
  public record Req(String idTag) implements Request<Conf> {
    public Req {
      Check.text("idTag", idTag, 20);
    }
  }

  public record Conf(IdTagInfo idTagInfo) implements Response {
    public Conf {
      Check.required("idTagInfo", idTagInfo);
    }
  }
}
