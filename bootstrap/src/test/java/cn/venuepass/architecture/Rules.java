package cn.venuepass.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The house rules. Each has a class in {@code violation} that breaks it. */
final class Rules {
  private static final Set<String> CLOCK_READERS = Set.of("now", "currentTimeMillis", "nanoTime");

  private static final Set<String> CARRIERS =
      Set.of("WeChatLogin", "WeChatPhone", "WeChatMessages", "SmsGateway");

  private Rules() {}

  /** Every rule under its name. */
  static Map<String, ArchRule> all() {
    return Map.of(
        "domainIsPlainJava", domainIsPlainJava(),
        "domainReadsNoClock", domainReadsNoClock(),
        "applicationKnowsNoTechnology", applicationKnowsNoTechnology(),
        "persistenceKnowsNoOtherAdapter",
            adapterKnowsNoOther("persistence", "rest", "qrcode", "wechat"),
        "restKnowsNoOtherAdapter", adapterKnowsNoOther("rest", "persistence", "qrcode", "wechat"),
        "qrcodeKnowsNoOtherAdapter", adapterKnowsNoOther("qrcode", "rest", "persistence", "wechat"),
        "wechatKnowsNoOtherAdapter", adapterKnowsNoOther("wechat", "rest", "persistence", "qrcode"),
        "scansAskNoOtherSystem", scansAskNoOtherSystem(),
        "featuresHaveNoCycles", featuresHaveNoCycles(),
        "servicesHideBehindTheirPorts", servicesHideBehindTheirPorts());
  }

  private static ArchRule domainIsPlainJava() {
    return classes()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("..domain..", "java..", "javax.crypto..");
  }

  private static ArchRule domainReadsNoClock() {
    return noClasses()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(
                DescribedPredicate.describe(
                    "reads a clock",
                    target ->
                        CLOCK_READERS.contains(target.getName())
                            || target.getOwner().isAssignableTo(Clock.class))));
  }

  private static ArchRule applicationKnowsNoTechnology() {
    return classes()
        .that()
        .resideInAPackage("..application..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("..application..", "..domain..", "java..");
  }

  private static ArchRule adapterKnowsNoOther(String adapter, String... others) {
    String[] packages = new String[others.length + 1];
    packages[0] = "..bootstrap..";
    for (int i = 0; i < others.length; i++) {
      packages[i + 1] = ".." + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(".." + adapter + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true);
  }

  /** From a scan nothing can be reached that waits for WeChat or a text gateway. */
  private static ArchRule scansAskNoOtherSystem() {
    return noClasses()
        .that()
        .resideInAnyPackage("..application.visit..", "..application.gate..", "..rest.visit..")
        .should()
        .transitivelyDependOnClassesThat(
            DescribedPredicate.describe(
                "ask WeChat or send messages", type -> CARRIERS.contains(type.getSimpleName())));
  }

  private static ArchRule featuresHaveNoCycles() {
    return slices().matching("..(domain|application).(*)..").should().beFreeOfCycles();
  }

  private static ArchRule servicesHideBehindTheirPorts() {
    return classes()
        .that()
        .resideInAPackage("..application..")
        .and()
        .haveSimpleNameEndingWith("Service")
        .should()
        .bePackagePrivate();
  }
}
