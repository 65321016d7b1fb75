package cn.venuepass.rest.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.casework.ExportContacts;
import cn.venuepass.application.casework.ExportContacts.End;
import cn.venuepass.application.casework.ExportContacts.Export;
import cn.venuepass.application.casework.ExportContacts.Mark;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.csv.SafeCsv;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.xlsx.XlsxDocument;
import cn.venuepass.rest.xlsx.XlsxRows;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contacts of a case as a file, sent while it is read. */
@Path(ApiPaths.BASE + "/cases/{id}/contacts/export")
public final class ContactExportResource {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final ExportContacts exports;

  public ContactExportResource(ExportContacts exports) {
    this.exports = exports;
  }

  /** The forms of a file. */
  private enum Format {
    CSV,
    XLSX;

    static Format named(String name) {
      return switch (name) {
        case "csv" -> CSV;
        case "xlsx" -> XLSX;
        default -> throw new InvalidValue("format", Rule.UNKNOWN);
      };
    }
  }

  @GET
  @Produces({"text/csv", XlsxDocument.TYPE, MediaType.APPLICATION_JSON})
  @Allowed(Role.TRACER)
  public Response export(
      @Context Caller.Staff caller,
      @Context Messages messages,
      @PathParam("id") UUID id,
      @QueryParam("format") @Nullable String format,
      @QueryParam("purpose") @Nullable String purpose,
      @QueryParam("withIdNumbers") @Nullable String withIdNumbers,
      @QueryParam("ring") @Nullable String ring,
      @QueryParam("grade") @Nullable String grade,
      @QueryParam("minOverlapMinutes") @Nullable String minutes,
      @QueryParam("staff") @Nullable String staff) {
    var fields = new Fields();
    var form = fields.optional("format", format, Format::named);
    var why = fields.required("purpose", purpose, Fields.oneOf(ExportContacts.Purpose.class));
    var numbers = fields.optional("withIdNumbers", withIdNumbers, Fields::flag);
    var circle = fields.optional("ring", ring, Fields.numberWithin(1, 2));
    var sure = fields.optional("grade", grade, Fields.oneOf(ContactGrade.class));
    var least =
        fields.optional("minOverlapMinutes", minutes, Fields.numberWithin(0, Integer.MAX_VALUE));
    var works = fields.optional("staff", staff, Fields::flag);
    fields.verify();
    var filter = new ContactLists.Filter(circle.get(), sure.get(), least.get(), works.get());
    var order = new ExportContacts.Order(filter, why.get(), numbers.get().orElse(false));
    Export export = exports.export(caller, new CaseId(id), order).orElseThrow(ProblemException::of);
    var table = new ContactTable(messages, export.mark());
    return switch (form.get().orElse(Format.CSV)) {
      case CSV -> file(export.mark(), "csv", SafeCsv.TYPE, out -> csv(export, table, out));
      case XLSX -> file(export.mark(), "xlsx", XlsxDocument.TYPE, out -> xlsx(export, table, out));
    };
  }

  private static void csv(Export export, ContactTable table, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, UTF_8);
    writer.write(SafeCsv.BYTE_ORDER_MARK);
    for (List<String> mark : table.marks()) {
      writer.write(SafeCsv.line(mark.stream()));
    }
    writer.write(SafeCsv.line(table.head().stream()));
    End end = unchecked(export, row -> writer.write(SafeCsv.line(table.row(row).stream())));
    writer.write(SafeCsv.line(table.end(end).stream()));
    writer.flush();
  }

  private static void xlsx(Export export, ContactTable table, OutputStream out) throws IOException {
    try (var sheets = new XlsxRows(out, table.title())) {
      sheets.row(table.head());
      End end = unchecked(export, row -> sheets.row(table.row(row)));
      sheets.row(table.end(end));
      sheets.sheet(table.marksTitle());
      for (List<String> mark : table.marks()) {
        sheets.row(mark);
      }
    }
  }

  /** What is done with each row, which may fail as the receiver goes away. */
  @FunctionalInterface
  private interface Sink {
    void take(ExportContacts.Row row) throws IOException;
  }

  private static End unchecked(Export export, Sink sink) throws IOException {
    try {
      return export
          .rows()
          .apply(
              row -> {
                try {
                  sink.take(row);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Response file(Mark mark, String ending, String type, StreamingOutput content) {
    String name =
        "%scontacts-%s-r%d-%s.%s"
            .formatted(
                mark.drill() ? "drill-" : "",
                mark.of().value(),
                mark.revision(),
                STAMP.format(mark.at()),
                ending);
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
