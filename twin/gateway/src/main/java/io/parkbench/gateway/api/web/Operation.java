package io.parkbench.gateway.api.web;

/** Answers the requests of one operation of the description; what it throws as {@link Problem} is sent as such. */
@FunctionalInterface
public interface Operation {
  /** Answers now or later, once; everything that the description asks of the request holds. */
  void answer(Call call);
}
