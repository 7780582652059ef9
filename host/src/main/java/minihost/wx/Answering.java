package minihost.wx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import minihost.api.Args;
import minihost.api.Shape;
import minihost.api.WxCall;
import minihost.api.WxFunction;
import minihost.config.Setting;
import minihost.config.Settings;
import minihost.reason.Code;
import minihost.reason.Origin;
import minihost.reason.Reason;

/**
 * Functions that on a phone a person, the phone or WeChat's servers would answer: here a test, the
 * REPL or {@code answers} in minihost.json does, in this order, and else the answer is made up. The
 * journal says of each call who has answered it.
 */
final class Answering {
  /** A failure somebody has chosen, or that is made up, in the words that are given. */
  private enum Failure implements Code {
    CHOSEN_ANSWER;

    @Override
    public String wording() {
      return "%s";
    }
  }

  static final String FAIL = "fail";

  private final Answers answers;
  private final Supplier<Settings> settings;

  Answering(Answers answers, Supplier<Settings> settings) {
    this.answers = answers;
    this.settings = settings;
  }

  /** A function that always succeeds unless somebody says otherwise: nothing is made up of it. */
  WxFunction silent(Shape shape) {
    return of(shape, args -> Map.of(), call -> {});
  }

  /**
   * @param answer what is made up: the result, or {@code fail}
   */
  WxFunction function(Shape shape, MadeUp.Answer answer) {
    return of(shape, answer, MadeUp::tell);
  }

  private WxFunction of(Shape shape, MadeUp.Answer answer, Consumer<WxCall> tell) {
    answers.know(shape.name());
    boolean once = shape.kind() == Shape.Kind.IMMEDIATE;
    return WxFunction.of(
        shape,
        (args, call) -> {
          Optional<Answers.Given> given = given(shape.name());
          if (given.isPresent()) {
            settle(given.get(), args, call, answer.to(args), once);
            return;
          }
          tell.accept(call);
          String why = "nobody is here to answer, and the answer is made up";
          end(call, answer.to(args), why, once);
        });
  }

  private Optional<Answers.Given> given(String name) {
    Optional<Answers.Given> now = Optional.ofNullable(answers.given().get(name));
    return now.or(() -> Optional.ofNullable(settings.get().answers().get(name)).map(this::written));
  }

  private Answers.Given written(Setting<Map<String, Object>> answer) {
    return new Answers.Given(answer.origin().toString(), options -> answer.value());
  }

  /** What is not said is as it would be made up. */
  private static void settle(
      Answers.Given given, Args args, WxCall call, Map<String, Object> madeUp, boolean once) {
    call.log("answer", Map.of("answeredBy", given.who()));
    Map<String, Object> said = given.answer().to(args.raw());
    Map<String, Object> whole = new LinkedHashMap<>();
    if (!madeUp.containsKey(FAIL) && !said.containsKey(FAIL)) whole.putAll(madeUp);
    whole.putAll(said);
    // Whoever says what one button of a modal is has said what the other is.
    if (said.get("confirm") instanceof Boolean yes && said.get("cancel") == null)
      whole.put("cancel", !yes);
    if (said.get("cancel") instanceof Boolean yes && !said.containsKey("confirm"))
      whole.replace("confirm", !yes);
    end(call, whole, given.who() + " answers so", once);
  }

  /**
   * @param once it must be told at once: the function returns it
   */
  private static void end(WxCall call, Map<String, Object> result, String why, boolean once) {
    if (!result.containsKey(FAIL)) {
      if (once) call.succeedNow(result);
      else call.succeed(result);
      return;
    }
    Map<String, Object> more = new LinkedHashMap<>(result);
    Object words = more.remove(FAIL);
    call.addToFailure(() -> more);
    Reason failure =
        new Reason(
            Failure.CHOSEN_ANSWER,
            String.valueOf(words),
            why,
            "choose another answer: host.answer in a test, .answer, or answers in minihost.json",
            Origin.BUILT_IN);
    if (once) call.failNow(failure);
    else call.fail(failure);
  }
}
