package minihost.jstest;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;

/** The JUnit Platform's view of a test file, of its suites and of its tests. */
final class TestDescriptors {
  private TestDescriptors() {}

  /** A file: what is in it is known once it has been loaded. */
  static final class OfFile extends AbstractTestDescriptor {
    private final Path file;

    OfFile(UniqueId engine, Path file, String name) {
      super(engine.append("file", name), name, FileSource.from(file.toFile()));
      this.file = file;
    }

    Path file() {
      return file;
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
      return true;
    }
  }

  /** A {@code describe} or an {@code it}. */
  static final class OfDeclared extends AbstractTestDescriptor {
    private final Type type;

    OfDeclared(TestDescriptor parent, Declared declared) {
      super(
          parent
              .getUniqueId()
              .append(declared.isSuite() ? "suite" : "test", declared.id() + " " + declared.name()),
          declared.name(),
          sourceOf(parent));
      type = declared.isSuite() ? Type.CONTAINER : Type.TEST;
    }

    private static TestSource sourceOf(TestDescriptor parent) {
      Optional<TestSource> source = parent.getSource();
      return source.orElse(null);
    }

    @Override
    public Type getType() {
      return type;
    }
  }
}
