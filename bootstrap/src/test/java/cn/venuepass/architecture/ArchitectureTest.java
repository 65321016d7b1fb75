package cn.venuepass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String VIOLATIONS = "cn.venuepass.architecture.violation";

  @TestFactory
  Stream<DynamicTest> theHouseShouldKeepEveryRule() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cn.venuepass");
    return each(rule -> rule.check(product));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleShouldSeeTheClassThatBreaksIt() {
    JavaClasses violations = new ClassFileImporter().importPackages(VIOLATIONS);
    return each(rule -> assertThat(rule.evaluate(violations).hasViolation()).isTrue());
  }

  private static Stream<DynamicTest> each(Consumer<ArchRule> check) {
    return Rules.all().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check.accept(rule.getValue())));
  }
}
