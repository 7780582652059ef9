package minihost.house;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a compiled class knows of others, with dots as in source.
 *
 * @param uses classes named in its code, signatures and declarations
 * @param calls members named in its code, as {@code java.lang.Thread.sleep}
 */
record ClassFacts(String name, Set<String> uses, Set<String> calls) {
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

  static ClassFacts of(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    Set<String> uses = new TreeSet<>();
    Set<String> calls = new TreeSet<>();
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry c -> addType(uses, c.asInternalName());
        case NameAndTypeEntry n -> addDescriptor(uses, n.type().stringValue());
        case MethodTypeEntry m -> addDescriptor(uses, m.descriptor().stringValue());
        case MemberRefEntry m ->
            calls.add(dotted(m.owner().asInternalName()) + "." + m.name().stringValue());
        default -> {}
      }
    }
    model.fields().forEach(f -> addDescriptor(uses, f.fieldType().stringValue()));
    model.methods().forEach(m -> addDescriptor(uses, m.methodType().stringValue()));
    addSignatures(uses, model);
    return new ClassFacts(dotted(model.thisClass().asInternalName()), uses, calls);
  }

  private static void addSignatures(Set<String> uses, ClassModel model) {
    model
        .findAttribute(Attributes.signature())
        .ifPresent(s -> addDescriptor(uses, s.signature().stringValue()));
    for (var field : model.fields())
      field
          .findAttribute(Attributes.signature())
          .ifPresent(s -> addDescriptor(uses, s.signature().stringValue()));
    for (var method : model.methods())
      method
          .findAttribute(Attributes.signature())
          .ifPresent(s -> addDescriptor(uses, s.signature().stringValue()));
  }

  private static void addType(Set<String> uses, String internalName) {
    if (internalName.startsWith("[")) addDescriptor(uses, internalName);
    else uses.add(dotted(internalName));
  }

  private static void addDescriptor(Set<String> uses, String descriptor) {
    for (Matcher m = IN_DESCRIPTOR.matcher(descriptor); m.find(); ) uses.add(dotted(m.group(1)));
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  /** The room of one of our own classes, as {@code net} of {@code minihost.net.Http}; or empty. */
  static String roomOf(String className) {
    String[] parts = className.split("\\.");
    return parts.length == 3 && parts[0].equals("minihost") ? parts[1] : "";
  }

  String room() {
    return roomOf(name);
  }
}
