package cn.venuepass.bootstrap;

import cn.venuepass.application.venue.MaintainDivisions;
import cn.venuepass.application.venue.MaintainDivisions.ImportReport;
import cn.venuepass.application.venue.MaintainDivisions.Row;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.venue.DivisionsCsv;
import cn.venuepass.rest.venue.VenueTypesCsv;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an installation needs before anybody can apply for a venue. */
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    description = "Imports the tree of divisions and the classification of venues from CSV.")
final class ReferenceCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "divisions",
      mixinStandardHelpOptions = true,
      description = {
        "Adds and renames divisions: all lines of the file or none.",
        "Columns: code, parent, level (HEADQUARTERS, TERRITORY, COMMUNITY), name."
      })
  int divisions(
      @Parameters(paramLabel = "FILE") Path file, @Mixin InstallationOptions installation) {
    List<Row> rows = read(file, DivisionsCsv::read);
    ImportReport report =
        installation.with(
            spec, opened -> MaintainDivisions.over(opened.stores(), opened.audit()).load(rows));
    var out = spec.commandLine().getOut();
    report
        .rejected()
        .forEach(wrong -> out.println("line " + wrong.line() + ": " + wrong.fault().getMessage()));
    out.println(
        report.rejected().isEmpty()
            ? report.accepted() + " divisions imported"
            : "nothing imported");
    return report.rejected().isEmpty() ? 0 : 1;
  }

  @Command(
      name = "venue-types",
      mixinStandardHelpOptions = true,
      description = {
        "Adds and changes venue types; without a file the standard ones.",
        "Columns: code, name, department, typicalStay, maximumStay, reentryGap (such as PT2H)."
      })
  int venueTypes(
      @Parameters(paramLabel = "FILE", arity = "0..1") @Nullable Path file,
      @Mixin InstallationOptions installation) {
    List<VenueType> types =
        file == null ? StandardData.venueTypes() : read(file, VenueTypesCsv::read);
    int imported =
        installation.with(
            spec,
            opened ->
                opened
                    .stores()
                    .transactions()
                    .run(
                        () -> {
                          types.forEach(opened.stores().venueTypes()::save);
                          opened
                              .audit()
                              .note(
                                  new Actor.OfSystem(),
                                  Deed.of(
                                          AuditAction.VENUE_TYPES_IMPORTED,
                                          AuditPurpose.ADMINISTRATION)
                                      .under(String.valueOf(types.size())));
                          return types.size();
                        }));
    spec.commandLine().getOut().println(imported + " venue types imported");
    return 0;
  }

  private <T> List<T> read(Path file, Reader<T> reader) {
    try (InputStream stream = Files.newInputStream(file)) {
      return reader.read(stream);
    } catch (InvalidValue fault) {
      throw wrong(file, List.of(fault));
    } catch (ProblemException problem) {
      throw wrong(file, problem.invalid());
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), file + ": cannot be read");
    }
  }

  private ParameterException wrong(Path file, List<InvalidValue> faults) {
    return new ParameterException(
        spec.commandLine(),
        faults.stream()
            .map(fault -> file + ": " + fault.field() + ": " + fault.rule())
            .collect(Collectors.joining(System.lineSeparator())));
  }

  @FunctionalInterface
  private interface Reader<T> {
    List<T> read(InputStream file) throws IOException;
  }
}
