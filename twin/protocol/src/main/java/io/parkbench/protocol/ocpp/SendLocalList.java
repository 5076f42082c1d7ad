package io.parkbench.protocol.ocpp;

import java.util.List;

/** The central system replaces or amends the local authorization list (OCPP 1.6 sections 5.15, 6.41, 6.42). */
public final class SendLocalList {
  private SendLocalList() {}

  public record Req(int listVersion, List<AuthorizationData> localAuthorizationList, UpdateType updateType)
      implements Request<Conf> {
    public Req {
      localAuthorizationList = Check.anyOf("localAuthorizationList", localAuthorizationList);
      Check.required("updateType", updateType);
    }
  }

  public record Conf(UpdateStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.48. */
  public enum UpdateType implements Wire {
    Differential,
    Full
  }

  /** OCPP 1.6 section 7.47. */
  public enum UpdateStatus implements Wire {
    Accepted,
    Failed,
    NotSupported,
    VersionMismatch
  }
}
