package minihost.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import minihost.api.Shape;
import minihost.api.WxFamily;
import minihost.api.WxFunction;
import minihost.js.JsObject;
import minihost.js.JsRuntime;
import minihost.wx.Catalogue;

/** Everything on {@code wx}, by name. JS thread. */
final class Functions {
  private final Map<String, WxFunction> functions = new LinkedHashMap<>();
  private final Map<String, WxFamily> owners = new HashMap<>();
  private final Map<String, Object> constants = new LinkedHashMap<>();
  private final Map<String, Object> globals = new LinkedHashMap<>();
  private boolean sharedLoaded;

  Functions(List<WxFamily> families) {
    for (WxFamily family : families) {
      constants.putAll(family.constants());
      globals.putAll(family.globals());
      for (WxFunction function : family.functions()) {
        functions.put(function.shape().name(), function);
        owners.put(function.shape().name(), family);
      }
    }
  }

  /**
   * Puts them on {@code wx}.
   *
   * @param limits what scripts look at of the limits
   * @param first the number of the first call, in the journal of all the program's lives
   */
  void define(JsObject wx, Map<String, Object> limits, int first) {
    List<String> names = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    Map<String, List<String>> methods = new LinkedHashMap<>();
    for (WxFunction function : functions.values()) {
      Shape shape = function.shape();
      String name = shape.name();
      if (Shape.isOfClass(name)) {
        methods.computeIfAbsent(shape.owner(), c -> new ArrayList<>()).add(Shape.spoken(name));
        continue;
      }
      names.addAll(shape.members());
      if (shape.kind() == Shape.Kind.EVENT) kinds.addAll(List.of("ON", "OFF"));
      else kinds.add(shape.kind().name());
    }
    wx.call("define", names, kinds, methods, constants, globals, limits, first);
  }

  WxFunction get(String name) {
    return functions.get(name);
  }

  /** As {@link Shape#line} has it; null for a name that is not there. */
  String shape(String name) {
    WxFunction function = functions.get(name);
    return function == null ? null : function.shape().line();
  }

  /** Loads the script of a function's family: most programs use few of them. */
  void load(JsRuntime js, String name) {
    if (!sharedLoaded)
      for (String script : Catalogue.SHARED_SCRIPTS) js.install(Catalogue.class, script, Map.of());
    sharedLoaded = true;
    js.install(owners.get(name).getClass(), functions.get(name).shape().script(), Map.of());
  }

  /** Every member of {@code wx} by name, and whether its answers are made up. */
  Map<String, Boolean> members() {
    Map<String, Boolean> members = new TreeMap<>();
    constants.keySet().forEach(name -> members.put(name, false));
    functions.forEach(
        (name, function) -> {
          if (Shape.isOfClass(name)) return;
          for (String member : function.shape().members())
            members.put(member, owners.get(name).madeUp());
          if (name.contains(".")) members.put(function.shape().owner(), false);
        });
    return members;
  }

  /** Program-wide events, without {@code on}, sorted. */
  Set<String> events() {
    return functions.values().stream()
        .map(WxFunction::shape)
        .filter(shape -> shape.kind() == Shape.Kind.EVENT)
        .map(Shape::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
