package minihost.lab;

/** One header line as it was on the wire; HTTP/2 names are lower case. */
public record LabHeader(String name, String value) {}
