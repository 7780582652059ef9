package minihost.lab;

import minihost.reason.Reason;

/** Something a person who runs a lab wants to see. Delivered on a thread of the lab. */
public sealed interface LabEvent {
  /**
   * A request has been decided upon.
   *
   * @param outcome the status code, or the word of the {@link Fault}
   */
  record Served(LabRequest request, String outcome) implements LabEvent {}

  /** A handler threw, or answered something that is no answer; the client got a 500. */
  record Failed(LabRequest request, Reason reason) implements LabEvent {}

  /** A device is not announced by mDNS; scans will not find it. */
  record Unheard(Reason reason) implements LabEvent {}

  /**
   * A routes file called {@code console}.
   *
   * @param level {@code log}, {@code info}, {@code warn}, {@code error} or {@code debug}
   */
  record Printed(String level, String text) implements LabEvent {}
}
