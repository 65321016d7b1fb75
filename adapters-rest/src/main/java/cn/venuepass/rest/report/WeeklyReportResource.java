package cn.venuepass.rest.report;

import cn.venuepass.application.report.ViewWeeklyReport;
import cn.venuepass.application.report.Week;
import cn.venuepass.application.report.WeeklyReport;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.xlsx.XlsxDocument;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** The weekly report, to be shown, printed or worked with. */
@Path(ApiPaths.BASE + "/reports/weekly")
public final class WeeklyReportResource {
  private static final String PDF = "application/pdf";

  private final ViewWeeklyReport reports;

  public WeeklyReportResource(ViewWeeklyReport reports) {
    this.reports = reports;
  }

  /** The forms in which a report is given. */
  private enum Format {
    JSON,
    PDF,
    XLSX;

    static Format named(String name) {
      return switch (name) {
        case "json" -> JSON;
        case "pdf" -> PDF;
        case "xlsx" -> XLSX;
        default -> throw new InvalidValue("format", Rule.UNKNOWN);
      };
    }
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, PDF, XlsxDocument.TYPE})
  @Allowed(Role.SUPERVISOR)
  public Response view(
      @Context Caller.Staff caller,
      @Context Messages messages,
      @QueryParam("division") @Nullable String division,
      @QueryParam("week") @Nullable String week,
      @QueryParam("format") @Nullable String format) {
    var fields = new Fields();
    var place = fields.optional("division", division, DivisionCode::new);
    var wanted = fields.optional("week", week, Week::parse);
    var form = fields.optional("format", format, Format::named);
    fields.verify();
    WeeklyReport report =
        reports.view(caller, place.get(), wanted.get()).orElseThrow(ProblemException::of);
    var tables = new WeeklyReportTables(messages);
    return switch (form.get().orElse(Format.JSON)) {
      case JSON ->
          Response.ok(WeeklyReportResponse.of(report), MediaType.APPLICATION_JSON_TYPE).build();
      case PDF -> file(report, "pdf", PDF, reports.print(tables.of(report)));
      case XLSX -> {
        StreamingOutput sheets = out -> XlsxDocument.write(tables.of(report), out);
        yield file(report, "xlsx", XlsxDocument.TYPE, sheets);
      }
    };
  }

  private static Response file(WeeklyReport report, String ending, String type, Object content) {
    String place = report.division().map(own -> own.code().text() + "-").orElse("");
    String whose = report.types().isEmpty() ? "" : "types-";
    String name = "weekly-report-" + place + whose + report.week() + "." + ending;
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
