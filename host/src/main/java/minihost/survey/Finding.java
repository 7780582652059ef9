package minihost.survey;

import minihost.reason.Origin;

/**
 * Something that a program wants and that is not as it wants it.
 *
 * @param place where it first wants it
 * @param times how often it does
 */
public record Finding(Kind kind, String what, String fix, Origin place, int times) {
  /** What kinds of things there are to say, the gravest first. */
  public enum Kind {
    /** A file that cannot be parsed: it cannot run. */
    SYNTAX(true),
    /** A member of {@code wx} that is called and not here. */
    ABSENT(true),
    PLUGIN(true),
    WORKER(true),
    /** A module that cannot be found. */
    MODULE(true),
    /** A component that pages or components name, and that cannot be found. */
    COMPONENT(true),
    /** A tag that is neither a component of the page nor one of the framework. */
    TAG(false),
    /** A member that is asked for and not here: the program has another way. */
    ASKED(false),
    /** A URL that no domain list admits. */
    DOMAIN(false),
    /** Packages that npm installed and the tools have not built. */
    NPM(false),
    /** A member whose answer is made up. */
    MADE_UP(false);

    private final boolean broken;

    Kind(boolean broken) {
      this.broken = broken;
    }

    /** Whether what wants it will not work here. */
    public boolean isBroken() {
      return broken;
    }
  }
}
