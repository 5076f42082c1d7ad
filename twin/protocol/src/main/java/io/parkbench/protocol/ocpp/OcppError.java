package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/** The error codes of OCPP-J 1.6 (section 4.2.3, table 7), with what they are used for here. */
public enum OcppError {
  /** The action is not one of OCPP 1.6. */
  NotImplemented,
  /** The action is known but not served here, for instance because it goes the other way. */
  NotSupported,
  /** The receiver failed while serving the call. */
  InternalError,
  /** A required property is missing: the payload is incomplete. */
  ProtocolError,
  /** A security issue prevents the action. */
  SecurityError,
  /** No JSON, not the elements of a call, a payload that is no object, or a property that the PDU does not have. */
  FormationViolation,
  /** A value of the right type is outside of what the standard allows: too long, not in the list, too many decimals. */
  PropertyConstraintViolation,
  /** A property comes twice, or a list that needs an element has none. The spelling is that of the standard. */
  OccurenceConstraintViolation,
  /** A value is of the wrong JSON type; null is one too. */
  TypeConstraintViolation,
  /** Anything else. */
  GenericError;

  /** The code of that name, or null. */
  static @Nullable OcppError named(String name) {
    for (OcppError error : values()) {
      if (error.name().equals(name)) {
        return error;
      }
    }
    return null;
  }
}
