package minihost.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import minihost.api.WxFamily;
import minihost.wx.Catalogue;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void everyFamilyIsInTheCatalogue() {
    List<String> families = families();
    assertFalse(families.isEmpty());
    Set<String> made = House.facts(Catalogue.class).calls();
    assertEquals(
        List.of(),
        families.stream().filter(family -> !made.contains(family + ".<init>")).toList(),
        "families that Catalogue.families does not list");
  }

  @Test
  void everyFamilyHasATestNamedAfterIt() {
    List<String> tests =
        House.javaSources("test").stream().map(file -> file.getFileName().toString()).toList();
    List<String> untested = new ArrayList<>();
    for (String family : families()) {
      String subject = family.substring(family.lastIndexOf('.') + 1).replace("Family", "");
      if (tests.stream().noneMatch(t -> t.startsWith(subject) && t.endsWith("Test.java")))
        untested.add(family + ": write " + subject + "FamilyTest");
    }
    assertEquals(List.of(), untested);
  }

  private static List<String> families() {
    return House.classes().stream()
        .filter(c -> c.room().equals("wx") && !c.name().contains("$"))
        .map(ClassFacts::name)
        .filter(CatalogueTest::isFamily)
        .toList();
  }

  private static boolean isFamily(String name) {
    try {
      return WxFamily.class.isAssignableFrom(Class.forName(name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
